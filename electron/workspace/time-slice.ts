// This week as the person knows it: what FreshBooks listed, and what is still on its way there.
import type { TimeEntry } from '../../shared/books.ts';
import { addDays, type Day } from '../../shared/day.ts';
import type { EntryKey } from '../../shared/ids.ts';
import type { LoggedEntry } from '../../shared/snapshot.ts';
import { dayOf } from '../../shared/zoned-day.ts';
import { type BusinessDay, usableZone } from './business-day.ts';
import type { CachedList } from './cached-lists.ts';
import type { OutboxRow } from './outbox-rows.ts';

/**
 * @param listed null when this business was never read
 * @param rows the outbox of this business
 * @returns this week's entries and every unsent one, newest first
 */
export function weekEntries(
  listed: CachedList<readonly TimeEntry[]> | null,
  rows: readonly OutboxRow[],
  day: BusinessDay,
): readonly LoggedEntry[] {
  const keys = new Map(rows.map((row) => [row.remoteId, row.key]));
  const fromFreshBooks = (listed?.body ?? []).map((entry) => fromList(entry, keys, day.timeZone));
  const listedIds = new Set(listed?.body.map(({ id }) => id));
  const ours = rows
    .filter((row) => row.remoteId === null || !listedIds.has(row.remoteId))
    .filter((row) => row.savedAtMs === null || row.savedAtMs >= (listed?.refreshedAtMs ?? 0))
    .map(fromOutbox);
  return [...ours, ...fromFreshBooks]
    .filter((entry) => entry.state !== 'saved' || isThisWeek(entry.day, day))
    .sort((a, b) => b.startedAtMs - a.startedAtMs);
}

function isThisWeek(day: Day, { weekStart }: BusinessDay): boolean {
  return day >= weekStart && day < addDays(weekStart, 7);
}

function fromList(
  entry: TimeEntry,
  keys: ReadonlyMap<number | null, EntryKey>,
  timeZone: string,
): LoggedEntry {
  const { id, startedAtMs, durationSeconds, clientId, projectId, serviceId, billable, note } =
    entry;
  return {
    // An entry logged here keeps the name it had on screen before FreshBooks gave it an id.
    key: keys.get(id) ?? (`freshbooks-${id}` as EntryKey),
    id,
    day: dayOf(startedAtMs, usableZone(entry.timeZone) ?? timeZone),
    startedAtMs,
    durationSeconds,
    clientId,
    projectId,
    serviceId,
    billable,
    note,
    billed: entry.billed,
    state: 'saved',
    pending: null,
    theirs: null,
    refusal: null,
  };
}

function fromOutbox({ key, remoteId, draft, state, refusal }: OutboxRow): LoggedEntry {
  const { startedAtMs, durationSeconds, clientId, projectId, serviceId, billable, note } = draft;
  return {
    key,
    id: remoteId,
    day: dayOf(startedAtMs, draft.timeZone),
    startedAtMs,
    durationSeconds,
    clientId,
    projectId,
    serviceId,
    billable,
    note,
    billed: false,
    state,
    pending: state === 'saved' ? null : 'add',
    theirs: null,
    refusal,
  };
}
