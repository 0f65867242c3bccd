// Seven bars, one a day: what was logged, hatched where working hours passed without an entry,
// and a line where the day's goal is. The arrow keys move between the days, Enter adds to one.
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Day } from '../../shared/day.ts';
import { formatDuration } from '../../shared/duration.ts';
import type { TimeSlice } from '../../shared/snapshot.ts';
import { usePopoverKeys } from '../screens/popover/use-popover-keys.ts';
import { dayByKey } from './day-in-week.ts';
import { dayTotalWords, dayWords } from './day-words.ts';
import { secondsInWeek, type WeekDay, weekScale } from './week.ts';

const TALLEST_PIXELS = 32;
const LEAST_PIXELS = 3;

interface WeekStripProps {
  readonly time: TimeSlice;
  readonly days: readonly WeekDay[];
  readonly chosen: Day;
  readonly goalMinutes: number;
  readonly onChoose: (day: Day) => void;
  readonly onAdd: (day: Day) => void;
}

export function WeekStrip({ time, days, chosen, goalMinutes, onChoose, onAdd }: WeekStripProps) {
  const { today, weekStart, entries } = time;
  const strip = useRef<HTMLOListElement>(null);
  const [pointed, setPointed] = useState<Day | null>(null);
  const isMovedTo = useRef(false);
  const scale = weekScale(days, goalMinutes);
  const isThisWeek = days[0]?.day === weekStart;
  const told = days.find(({ day }) => day === (pointed ?? (chosen === today ? null : chosen)));
  const stop = days.some(({ day }) => day === chosen) ? chosen : days[0]?.day;

  useEffect(() => {
    if (!isMovedTo.current) return;
    isMovedTo.current = false;
    strip.current?.querySelector<HTMLElement>(`[data-day="${chosen}"]`)?.focus();
  }, [chosen]);

  usePopoverKeys({
    w: () => strip.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
  });

  function pressKey(event: KeyboardEvent, day: Day): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onAdd(day);
      return;
    }
    if (event.key === 'Escape' && chosen !== today) {
      event.preventDefault();
      isMovedTo.current = true;
      onChoose(today);
      return;
    }
    const next = dayByKey(event.key, day, time);
    if (next === null) return;
    event.preventDefault();
    isMovedTo.current = next !== chosen;
    onChoose(next);
  }

  return (
    <>
      <p className="caption week-words" aria-hidden="true">
        {told
          ? dayTotalWords(told, today)
          : weekWords(secondsInWeek(entries, days[0]?.day ?? weekStart))}
      </p>
      <div className="week-place">
        <ol
          className="week"
          aria-keyshortcuts="W"
          aria-label={isThisWeek ? 'This week' : 'Another week'}
          ref={strip}
          onPointerLeave={() => setPointed(null)}
        >
          {days.map((day) => (
            <li key={day.day}>
              <button
                type="button"
                className="week-day"
                data-day={day.day}
                data-kind={day.kind}
                data-today={day.day === today || undefined}
                aria-pressed={day.day === chosen}
                aria-keyshortcuts="Enter"
                title={`${dayWords(day, today, isThisWeek)} (Enter adds to it)`}
                tabIndex={day.day === stop ? 0 : -1}
                disabled={day.kind === 'unread'}
                onClick={() => onChoose(day.day)}
                onKeyDown={(event) => pressKey(event, day.day)}
                onFocus={() => setPointed(day.day)}
                onBlur={() => setPointed(null)}
                onPointerEnter={() => setPointed(day.day)}
              >
                <span className="visually-hidden">{dayWords(day, today, isThisWeek)}</span>
                <Bar day={day} scale={scale} />
              </button>
            </li>
          ))}
        </ol>
        {goalMinutes > 0 && (
          <span
            className="week-goal"
            aria-hidden="true"
            title={`Goal: ${formatDuration(goalMinutes * 60)} a day`}
            style={{ bottom: pixels(goalMinutes * 60, scale) }}
          />
        )}
      </div>
    </>
  );
}

function Bar({ day, scale }: { readonly day: WeekDay; readonly scale: number }) {
  const free = pixels(day.freeSeconds, scale);
  const logged = Math.max(free > 0 ? 0 : LEAST_PIXELS, pixels(day.seconds, scale));
  return (
    <>
      {free > 0 && <span className="bar-free" style={{ height: free }} />}
      <span className="bar-logged" style={{ height: logged }} />
    </>
  );
}

function pixels(seconds: number, scale: number): number {
  return Math.round((seconds / scale) * TALLEST_PIXELS);
}

function weekWords(seconds: number): string {
  return `Week ${formatDuration(seconds)}`;
}
