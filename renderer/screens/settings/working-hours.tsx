// From when until when, and on which days, an hour without an entry is a hole.
import { useId } from 'react';
import '../../look/working-hours.css';
import type { Settings } from '../../../shared/settings.ts';
import { Choose } from '../../parts/choose.tsx';
import { startWords, WEEKDAYS, withDay } from './working-days.ts';

type Hours = Settings['workingHours'];

interface WorkingHoursProps {
  readonly value: Hours;
  readonly onChange: (value: Hours) => void;
}

const STEP_MINUTES = 30;
const DAY_MINUTES = 24 * 60;

export function WorkingHours({ value, onChange }: WorkingHoursProps) {
  const id = useId();
  const { fromMinute, toMinute, days } = value;
  return (
    <fieldset className="setting setting-hours" aria-describedby={`${id}-hint`}>
      <legend className="setting-name">Working hours</legend>
      <div className="hours-pair">
        <Choose
          label="From"
          options={timesBetween(0, toMinute - STEP_MINUTES, fromMinute)}
          value={String(fromMinute)}
          onChange={(minute) => onChange({ ...value, fromMinute: Number(minute) })}
        />
        <Choose
          label="To"
          options={timesBetween(fromMinute + STEP_MINUTES, DAY_MINUTES, toMinute)}
          value={String(toMinute)}
          onChange={(minute) => onChange({ ...value, toMinute: Number(minute) })}
        />
      </div>
      <div className="weekdays">
        {WEEKDAYS.map(({ number, name, letters }) => (
          <label key={number}>
            <input
              type="checkbox"
              aria-label={name}
              checked={days.includes(number)}
              onChange={(event) =>
                onChange({ ...value, days: withDay(days, number, event.target.checked) })
              }
            />
            <span aria-hidden="true">{letters}</span>
          </label>
        ))}
      </div>
      <p className="quiet setting-hint" id={`${id}-hint`}>
        Hours without an entry are hatched in the week, and offered to be filled.
      </p>
    </fieldset>
  );
}

/** @param own a minute that must be among them, whatever it was set to before */
function timesBetween(fromMinute: number, toMinute: number, own: number) {
  const steps = Array.from(
    { length: DAY_MINUTES / STEP_MINUTES + 1 },
    (_, step) => step * STEP_MINUTES,
  );
  const offered = steps.filter((minute) => minute >= fromMinute && minute <= toMinute);
  const all = offered.includes(own) ? offered : [...offered, own].toSorted((a, b) => a - b);
  return all.map((minute) => ({ value: String(minute), words: startWords(minute) }));
}
