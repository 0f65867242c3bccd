// An hour of nobody's, in Toronto, as the lists have it.
import type { EntryKey } from '../../shared/ids.ts';
import type { LoggedEntry } from '../../shared/snapshot.ts';
import { instantOf } from '../../shared/wall-clock.ts';
import { day } from './day.ts';

const timeZone = 'America/Toronto';
const DAY = day('2026-11-12');

/** From nine on the twelfth of November 2026, unless said otherwise. */
export function loggedEntry(part: Partial<LoggedEntry> = {}): LoggedEntry {
  return {
    key: 'a' as EntryKey,
    id: null,
    timeZone,
    day: DAY,
    startedAtMs: instantOf(DAY, 9 * 60, timeZone),
    durationSeconds: 3600,
    clientId: null,
    projectId: null,
    serviceId: null,
    billable: true,
    note: '',
    state: 'saved',
    billed: false,
    pending: null,
    theirs: null,
    refusal: null,
    ...part,
  };
}
