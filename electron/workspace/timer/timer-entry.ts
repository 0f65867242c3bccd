// The entry a timer becomes.
import type { TimeEntryDraft } from '../../../shared/books.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { rounded } from '../../../shared/rounding.ts';
import type { Rounding } from '../../../shared/settings.ts';
import { endedAt, firstStart, ticking } from './segments.ts';
import type { TimerRow } from './timer-row.ts';

const DAY_SECONDS = 24 * 3600;

/** Whole seconds of it that lie before that instant, before rounding. */
export function secondsUntil(row: TimerRow, endMs: number): number {
  return ticking(endedAt(row.segments, endMs)).bankedSeconds;
}

/**
 * @param endMs when it ended, milliseconds since the epoch; what it has of a later time is left out
 * @returns `rejected` for what no entry should be made of: nothing, and more than a day. The timer
 *   is still there then, and the person changes its start, or says what the time away was.
 */
export function entryOf(row: TimerRow, endMs: number, rule: Rounding): Result<TimeEntryDraft> {
  const seconds = secondsUntil(row, endMs);
  if (seconds < 1) return refusedFor('is less than a second');
  if (seconds > DAY_SECONDS) return refusedFor('is more than a day; change its start first');
  const { clientId, projectId, serviceId, internal, billable, note } = row.work;
  return ok({
    startedAtMs: firstStart(row.segments),
    durationSeconds: rounded(seconds, rule),
    timeZone: row.timeZone,
    clientId,
    projectId,
    serviceId,
    internal,
    billable,
    note,
  });
}

function refusedFor(reason: string): Result<never> {
  return failed({ code: 'rejected', fields: { duration: reason } });
}
