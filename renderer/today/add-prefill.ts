// What the quick-add line begins with when a day or a gap is to be filled.
import type { Day } from '../../shared/day.ts';
import type { Stretch } from '../../shared/day-gaps.ts';
import { wallClockAt } from '../../shared/wall-clock.ts';

interface Place {
  readonly today: Day;
  /** IANA name; the business's. */
  readonly timeZone: string;
}

/** "2026-11-11 ", and nothing for today, which needs no saying. */
export function prefillOfDay(day: Day, today: Day): string {
  return day === today ? '' : `${day} `;
}

/**
 * "10:30-11:15 ", "2026-11-11 10:30-11:15 "; "from 00:30 for 90m " where the clock's own
 * difference is not how long it was, because clocks changed in between.
 */
export function prefillOfGap({ fromMs, toMs }: Stretch, { today, timeZone }: Place): string {
  const from = wallClockAt(fromMs, timeZone);
  const to = wallClockAt(toMs, timeZone);
  const minutes = Math.round((toMs - fromMs) / 60_000);
  const isPlain = from.day === to.day && to.minuteOfDay - from.minuteOfDay === minutes;
  const when = isPlain
    ? `${clockText(from.minuteOfDay)}-${clockText(to.minuteOfDay)}`
    : `from ${clockText(from.minuteOfDay)} for ${minutes}m`;
  return `${prefillOfDay(from.day, today)}${when} `;
}

/** "09:05": in every country the morning, where a bare 1:00 may be meant as the afternoon. */
function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
