// Today's hours beside the week they are part of.
import { useMemo } from 'react';
import type { Day } from '../../shared/day.ts';
import type { Gap } from '../../shared/day-gaps.ts';
import { secondsOn } from '../../shared/day-total.ts';
import { formatDuration } from '../../shared/duration.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import type { ChosenDay } from './use-chosen-day.ts';
import { billableSecondsOn, weekDays } from './week.ts';
import { WeekStrip } from './week-strip.tsx';

interface TodayHeadProps {
  readonly isKnown: boolean;
  readonly chosen: ChosenDay;
  readonly gapsOn: (day: Day) => readonly Gap[];
  readonly onAdd: (day: Day) => void;
}

export function TodayHead({ isKnown, chosen, gapsOn, onAdd }: TodayHeadProps) {
  const time = useSlice('time');
  const { dayGoalMinutes } = useSlice('settings').values;
  const { entries, today, error } = time;
  const { weekStart } = chosen;
  // Counting holes asks for the clock of every day, which is slow for a key pressed in the editor.
  const days = useMemo(() => weekDays({ ...time, weekStart, gapsOn }), [time, weekStart, gapsOn]);
  const billable = billableSecondsOn(entries, today);
  return (
    <div className="today-head">
      <h2 className="caption">Today</h2>
      <p className="today-figures">
        <output aria-label="Today" className="today-total selectable">
          {isKnown ? (
            formatDuration(secondsOn(entries, today))
          ) : error ? (
            '—'
          ) : (
            <span className="bone bone-total" />
          )}
        </output>{' '}
        {billable > 0 && <span className="quiet">{formatDuration(billable)} billable</span>}
      </p>
      {isKnown ? (
        <WeekStrip
          time={time}
          days={days}
          chosen={chosen.day}
          goalMinutes={dayGoalMinutes}
          onChoose={chosen.choose}
          onAdd={onAdd}
        />
      ) : (
        <div className="week-unknown" />
      )}
    </div>
  );
}
