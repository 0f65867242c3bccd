// Time as the person knows it: what FreshBooks listed, and what is still on its way there.
import type { TimeEntry, TimeEntryDraft } from '../../shared/books.ts';
import type { Day } from '../../shared/day.ts';
import type { EntryKey, TimeEntryId } from '../../shared/ids.ts';
import type { EntryContent, LoggedEntry } from '../../shared/snapshot.ts';
import { dayOf } from '../../shared/zoned-day.ts';
import { type BusinessDay, usableZone } from './business-day.ts';
import type { CachedList } from './cached-lists.ts';
import { draftFrom, type OutboxRow, pendingOf } from './outbox-row.ts';

/** An entry logged here keeps the name it had on screen before FreshBooks gave it an id. */
export function keyOfListed(id: TimeEntryId): EntryKey {
  return `freshbooks-${id}` as EntryKey;
}

/**
 * @param listed null when this business was never read
 * @param rows the outbox of this business
 * @param from the first day of interest
 * @returns the entries since then and every unsent one, newest first
 */
export function entriesSince(
  from: Day,
  listed: CachedList<readonly TimeEntry[]> | null,
  rows: readonly OutboxRow[],
  day: BusinessDay,
): readonly LoggedEntry[] {
  const body = listed?.body ?? [];
  const rowOf = new Map(rows.map((row) => [row.remoteId, row]));
  const formerIds = new Set(rows.flatMap((row) => row.formerIds));
  const listedBefore = listed?.refreshedAtMs ?? 0;
  const byId = new Map(body.map((entry) => [entry.id, entry]));

  const fromRows = rows
    .filter((row) => isAhead(row, listedBefore) && !isHidden(row))
    .map((row) => fromRow(row, row.remoteId === null ? undefined : byId.get(row.remoteId)));
  const fromList = body.flatMap((entry) => {
    const row = rowOf.get(entry.id);
    if (formerIds.has(entry.id) || (row && isAhead(row, listedBefore))) return [];
    return [fromFreshBooks(entry, row?.key ?? keyOfListed(entry.id), day.timeZone)];
  });
  return [...fromRows, ...fromList]
    .filter((entry) => entry.state !== 'saved' || entry.day >= from)
    .sort((a, b) => b.startedAtMs - a.startedAtMs);
}

/** Whether the row knows better than the list what becomes of the entry, or what became of it. */
export function isAhead({ state, savedAtMs }: OutboxRow, listedAtMs: number): boolean {
  return state !== 'saved' || savedAtMs === null || savedAtMs >= listedAtMs;
}

/** A deleted entry shows itself again only where the person must do something about it. */
function isHidden({ gone, state }: OutboxRow): boolean {
  return gone && state !== 'refused' && state !== 'conflict';
}

/**
 * The same object for the same entry: weeks of them are drawn at every change, counting days
 * through a zone is slow, and what is the same object needs no comparing.
 */
const drawn = new WeakMap<TimeEntry, { readonly timeZone: string; readonly logged: LoggedEntry }>();

function fromFreshBooks(entry: TimeEntry, key: EntryKey, fallback: string): LoggedEntry {
  const timeZone = usableZone(entry.timeZone) ?? fallback;
  const known = drawn.get(entry);
  if (known?.timeZone === timeZone && known.logged.key === key) return known.logged;
  const logged: LoggedEntry = {
    ...contentOf(draftFrom(entry, timeZone), dayOf(entry.startedAtMs, timeZone)),
    key,
    id: entry.id,
    billed: entry.billed,
    state: 'saved',
    pending: null,
    theirs: null,
    refusal: null,
  };
  drawn.set(entry, { timeZone, logged });
  return logged;
}

function fromRow(row: OutboxRow, listed: TimeEntry | undefined): LoggedEntry {
  const { key, remoteId, draft, state, theirs, refusal } = row;
  return {
    ...contentOf(draft, dayOf(draft.startedAtMs, draft.timeZone)),
    key,
    id: remoteId,
    billed: listed?.billed ?? false,
    state,
    pending: pendingOf(row),
    theirs:
      theirs === null || theirs === 'deleted'
        ? theirs
        : contentOf(theirs, dayOf(theirs.startedAtMs, theirs.timeZone)),
    refusal,
  };
}

function contentOf(draft: TimeEntryDraft, day: Day): EntryContent {
  const { timeZone, startedAtMs, durationSeconds, billable, note } = draft;
  const { clientId, projectId, serviceId } = draft;
  return {
    timeZone,
    day,
    startedAtMs,
    durationSeconds,
    clientId,
    projectId,
    serviceId,
    billable,
    note,
  };
}
