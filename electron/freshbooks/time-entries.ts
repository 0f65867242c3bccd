// Reading and writing logged time (freshbooks-api.md §6).
import type { Business, InstantRange, TimeEntry, TimeEntryDraft } from '../../shared/books.ts';
import type { TimeEntryId } from '../../shared/ids.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { ApiCall } from './api-call.ts';
import { type List, readList } from './list.ts';
import { draftMembers, keptMembers } from './time-entry-body.ts';
import {
  keptMembersSchema,
  oneTimeEntrySchema,
  type TimeEntryRow,
  timeEntryPageSchema,
} from './time-entry-schema.ts';
import { utcText } from './utc-text.ts';

const READ = { scope: 'user:time_entries:read', thing: 'business' } as const;
const WRITE = { scope: 'user:time_entries:write', thing: 'time entry' } as const;

export function timeEntryList(business: Business): List<TimeEntryRow> {
  return {
    ...READ,
    path: listPath(business),
    shape: timeEntryPageSchema,
    idOf: (row) => row.id,
  };
}

/** @returns logged, undeleted entries of the caller, newest first. */
export async function readTimeEntries(
  call: ApiCall,
  business: Business,
  { fromMs, toMs }: InstantRange,
  signal?: AbortSignal,
): Promise<Result<readonly TimeEntry[]>> {
  const rows = await readList(
    call,
    {
      ...timeEntryList(business),
      // Both bounds are inclusive at FreshBooks and count whole seconds; ours is half-open, so
      // the exact cut is made below.
      query: [
        ['started_from', utcText(fromMs)],
        ['started_to', utcText(toMs)],
      ],
    },
    signal,
  );
  if (!rows.ok) return rows;
  const wanted = rows.value.filter(
    (row) =>
      row.is_logged && row.active !== false && row.started_at >= fromMs && row.started_at < toMs,
  );
  // No sort works on this list, and pages read side by side may have moved against each other.
  return ok(wanted.map(timeEntryFrom).sort((a, b) => b.startedAtMs - a.startedAtMs));
}

/**
 * Asked for with FreshBooks' filters and cut again here: a filter spelled wrongly is ignored
 * without a word (freshbooks-api.md §0).
 */
export async function readUnbilledTime(
  call: ApiCall,
  business: Business,
  signal?: AbortSignal,
): Promise<Result<readonly TimeEntry[]>> {
  const query = [
    ['billable', 'true'],
    ['billed', 'false'],
  ] as const;
  const rows = await readList(call, { ...timeEntryList(business), query }, signal);
  if (!rows.ok) return rows;
  const wanted = rows.value.filter(
    (row) => row.is_logged && row.active !== false && row.billable && !row.billed,
  );
  return ok(wanted.map(timeEntryFrom));
}

/**
 * A deleted entry can still be read by its id, and then says that it is not active. A segment of a
 * timer has an id like an entry's and is none yet: its zero seconds are not what was logged.
 * @returns `server-trouble` for such a segment
 */
export async function readTimeEntry(
  call: ApiCall,
  business: Business,
  id: TimeEntryId,
  signal?: AbortSignal,
): Promise<Result<TimeEntry | 'deleted'>> {
  const row = await readRow(call, business, id, signal);
  if (!row.ok) return row;
  if (row.value === null) return ok('deleted');
  return row.value.is_logged ? ok(timeEntryFrom(row.value)) : UNLOGGED;
}

const UNLOGGED = failed({
  code: 'server-trouble',
  status: 200,
  detail: 'time_entry.is_logged: false',
});

/** @returns null for one that is deleted, or still a segment of a timer */
export async function readLoggedEntry(
  call: ApiCall,
  business: Business,
  id: TimeEntryId,
): Promise<Result<TimeEntry | null>> {
  const row = await readRow(call, business, id);
  return row.ok ? ok(row.value?.is_logged ? timeEntryFrom(row.value) : null) : row;
}

async function readRow(
  call: ApiCall,
  business: Business,
  id: TimeEntryId,
  signal?: AbortSignal,
): Promise<Result<TimeEntryRow | null>> {
  const path = `${listPath(business)}/${id}`;
  const request = { ...READ, thing: WRITE.thing, method: 'GET', path } as const;
  const read = await call(request, oneTimeEntrySchema, signal);
  if (read.ok) return ok(read.value.active === false ? null : read.value);
  return read.error.code === 'not-found' ? ok(null) : read;
}

export async function createTimeEntry(
  call: ApiCall,
  business: Business,
  draft: TimeEntryDraft,
): Promise<Result<TimeEntry>> {
  const made = await call(
    {
      ...WRITE,
      thing: 'business',
      method: 'POST',
      path: listPath(business),
      body: { time_entry: draftMembers(draft, 'without nulls') },
    },
    oneTimeEntrySchema,
  );
  return made.ok ? ok(timeEntryFrom(made.value)) : made;
}

/**
 * A PUT replaces the entry, so what Traybooks does not edit (that it was billed, for one) is
 * read first and sent back as it was.
 */
export async function changeTimeEntry(
  call: ApiCall,
  business: Business,
  id: TimeEntryId,
  draft: TimeEntryDraft,
): Promise<Result<TimeEntry>> {
  const path = `${listPath(business)}/${id}`;
  const before = await call(
    { ...READ, thing: WRITE.thing, method: 'GET', path },
    keptMembersSchema,
  );
  if (!before.ok) return before;
  // A deleted entry can still be read by its id; changing it would bring it back.
  if (before.value.active === false) return failed({ code: 'not-found', thing: WRITE.thing });
  const changed = await call(
    {
      ...WRITE,
      method: 'PUT',
      path,
      body: {
        time_entry: { ...keptMembers(before.value, draft), ...draftMembers(draft, 'with nulls') },
      },
    },
    oneTimeEntrySchema,
  );
  return changed.ok ? ok(timeEntryFrom(changed.value)) : changed;
}

/** An entry that is not there counts as deleted: someone was quicker, or our answer got lost. */
export async function deleteTimeEntry(
  call: ApiCall,
  business: Business,
  id: TimeEntryId,
): Promise<Result<undefined>> {
  const gone = await call<undefined>(
    { ...WRITE, method: 'DELETE', path: `${listPath(business)}/${id}` },
    null,
  );
  return !gone.ok && gone.error.code === 'not-found' ? ok() : gone;
}

function listPath({ id }: Business): string {
  return `/timetracking/business/${id}/time_entries`;
}

function timeEntryFrom(row: TimeEntryRow): TimeEntry {
  return {
    id: row.id,
    identityId: row.identity_id ?? null,
    startedAtMs: row.started_at,
    // Null on a running timer only, and those are left out; zero is what it has logged so far.
    durationSeconds: row.duration ?? 0,
    timeZone: row.local_timezone,
    clientId: row.client_id ?? null,
    projectId: row.project_id ?? null,
    serviceId: row.service_id ?? null,
    internal: row.internal,
    billable: row.billable,
    billed: row.billed,
    note: row.note ?? '',
  };
}
