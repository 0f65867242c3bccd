// The gaps of any day of the week, as of now.
import { useCallback } from 'react';
import type { Day } from '../../shared/day.ts';
import { weekday } from '../../shared/day.ts';
import { dayGaps, type Gap, type Stretch } from '../../shared/day-gaps.ts';
import type { Settings } from '../../shared/settings.ts';
import type { LoggedEntry } from '../../shared/snapshot.ts';
import { dayAt, instantOf } from '../../shared/wall-clock.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';

/** @param nowMs milliseconds since the epoch */
export function useDayGaps(nowMs: number): (day: Day) => readonly Gap[] {
  const { entries, timeZone, today } = useSlice('time');
  const { workingHours } = useSlice('settings').values;
  const { timer, away } = useSlice('timer');
  return useCallback(
    (day) => {
      const isToday = day === today;
      return dayGaps({
        hours: hoursOn(day, workingHours, timeZone),
        entries: entries.filter(({ pending }) => pending !== 'delete').map(stretchOf),
        timer: timer && isToday ? { fromMs: timer.startedAtMs, toMs: nowMs } : null,
        away: away && dayAt(away.fromMs, timeZone) === day ? away : null,
        nowMs,
      });
    },
    [entries, timeZone, today, workingHours, timer, away, nowMs],
  );
}

export function stretchOf({ startedAtMs, durationSeconds }: LoggedEntry): Stretch {
  return { fromMs: startedAtMs, toMs: startedAtMs + durationSeconds * 1000 };
}

function hoursOn(day: Day, hours: Settings['workingHours'], timeZone: string): Stretch | null {
  if (!hours.days.includes(weekday(day)) || hours.fromMinute >= hours.toMinute) return null;
  return {
    fromMs: instantOf(day, hours.fromMinute, timeZone),
    toMs: instantOf(day, hours.toMinute, timeZone),
  };
}
