// Seven bars, one a day: hatched where a working day passed without an entry.
import type { Day } from '../../shared/day.ts';
import { weekdayName } from '../../shared/day-words.ts';
import { formatDuration } from '../../shared/duration.ts';
import { englishLocale } from '../../shared/english-locale.ts';
import type { LoggedEntry } from '../../shared/snapshot.ts';
import { type WeekDay, weekDays } from './week.ts';

/** A full working day; longer days make the scale longer. */
const FULL_DAY_SECONDS = 8 * 3600;
const TALLEST_PIXELS = 32;
const HOLE_PIXELS = 22;
const LEAST_PIXELS = 3;

interface WeekBarsProps {
  readonly entries: readonly LoggedEntry[];
  readonly weekStart: Day;
  readonly today: Day;
}

export function WeekBars({ entries, weekStart, today }: WeekBarsProps) {
  const days = weekDays(entries, weekStart, today);
  const scale = Math.max(FULL_DAY_SECONDS, ...days.map(({ seconds }) => seconds));
  return (
    <ol className="week" aria-label="This week">
      {days.map((day) => (
        <li
          key={day.day}
          data-kind={day.kind}
          data-today={day.isToday || undefined}
          title={dayWords(day)}
          style={{ height: barPixels(day, scale) }}
        >
          <span className="visually-hidden">{dayWords(day)}</span>
        </li>
      ))}
    </ol>
  );
}

function barPixels({ kind, seconds }: WeekDay, scale: number): number {
  if (kind === 'hole') return HOLE_PIXELS;
  return Math.max(LEAST_PIXELS, Math.round((seconds / scale) * TALLEST_PIXELS));
}

function dayWords({ day, kind, seconds }: WeekDay): string {
  const name = weekdayName(day, englishLocale());
  if (kind === 'logged') return `${name}: ${formatDuration(seconds)}`;
  return kind === 'ahead' ? `${name}: still to come` : `${name}: nothing logged`;
}
