/**
 * Reads what a client sends to log a timer: `{"timer": {"time_entries": [ … ]}}`, every segment
 * closed (freshbooks-api.md §6.3). How strict the real one is, nobody knows; this one is.
 */
import type { TimeEntryRecord } from '../state/sample-books.ts';
import { utcText } from '../wall-time.ts';
import { readTimeEntry, type WritableTimeEntry } from './time-entry-body.ts';
import type { TimerRecord } from './timer-book.ts';

export type ReadTimerLog =
  | {
      readonly kind: 'segments';
      readonly segments: readonly (readonly [TimeEntryRecord, WritableTimeEntry])[];
    }
  | { readonly kind: 'refused'; readonly fields: Readonly<Record<string, string>> };

/** @param body the decoded JSON body, of any shape */
export function readTimerLog(body: unknown, timer: TimerRecord): ReadTimerLog {
  const sent = memberOf(memberOf(body, 'timer'), 'time_entries');
  if (!Array.isArray(sent)) return refused({ time_entries: 'field required' });
  const segments: [TimeEntryRecord, WritableTimeEntry][] = [];
  for (const [index, each] of sent.entries()) {
    // One client was seen to send them without their ids, oldest first.
    const id = memberOf(each, 'id') ?? timer.segments[index]?.id;
    const segment = timer.segments.find((one) => one.id === id);
    if (!segment) return refused({ time_entries: 'Time entry not found' });
    const read = readTimeEntry({
      time_entry: { started_at: utcText(segment.startedAtMs), is_logged: false, ...each },
    });
    if (read.kind === 'refused') return read;
    if (read.entry.durationSeconds === null) return refused(NOT_CLOSED);
    segments.push([segment, read.entry]);
  }
  const isOpen = timer.segments.some(
    (segment) => segment.durationSeconds === null && !segments.some(([one]) => one === segment),
  );
  return isOpen ? refused(NOT_CLOSED) : { kind: 'segments', segments };
}

const NOT_CLOSED = { duration: 'Logged entries must have a duration' };

function refused(fields: Readonly<Record<string, string>>): ReadTimerLog {
  return { kind: 'refused', fields };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
