// Makes a timer one logged entry. How FreshBooks answers is not known for sure (freshbooks-api.md
// §6.3), so its answer is not read: the entry is looked up, and compared with what was asked for.
import type { Business, TimeEntry, TimeEntryDraft } from '../../shared/books.ts';
import type { TraybooksError } from '../../shared/errors.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { RemoteTimer } from '../../shared/running-timers.ts';
import type { ApiCall } from './api-call.ts';
import { changeTimeEntry, readLoggedEntry, readTimeEntries } from './time-entries.ts';
import { NO_SUCH_TIMER, readTimers, TIMER_WRITE } from './timer-list.ts';
import { remoteTimer, segmentMembers, type TimerRows } from './timer-segments.ts';

interface Asked {
  readonly draft: TimeEntryDraft;
  /** An earlier call with this draft was cut short. */
  readonly sentBefore: boolean;
}

/** @param timer as last seen; what it is now is read first */
export async function logTimer(
  call: ApiCall,
  business: Business,
  timer: RemoteTimer,
  { draft, sentBefore }: Asked,
): Promise<Result<TimeEntry>> {
  const listed = await readTimers(call, business);
  if (!listed.ok) return listed;
  const present = listed.value.find(({ id }) => id === timer.id);
  if (!present) return madeElsewhere(call, business, timer, { draft, sentBefore });
  const seenNow = remoteTimer(present);
  const sent = await call<undefined>(
    {
      ...TIMER_WRITE,
      method: 'PUT',
      path: `/comments/business/${business.id}/timers/${timer.id}`,
      body: { timer: { time_entries: closedSegments(present, draft) } },
    },
    null,
  );
  if (!sent.ok) {
    // Listed a moment ago: somebody was quicker just now, or FreshBooks knows no such call any more.
    return sent.error.code === 'not-found'
      ? madeElsewhere(call, business, seenNow, { draft, sentBefore })
      : sent;
  }
  const made = await findMade(call, business, seenNow, draft);
  if (!made.ok) return UNSEEN;
  if (made.value === null) return NOWHERE;
  // Hours that were logged before may be in it now; cutting it to the draft would lose them.
  return present.continues.length > 0
    ? ok(made.value)
    : corrected(call, business, made.value, draft);
}

/** It was logged, so whatever kept us from seeing it must not pass for a call that never left. */
const UNSEEN = failed({ code: 'outcome-unknown' });

const NOWHERE = failed({
  code: 'server-trouble',
  status: 200,
  detail: 'the timer was logged and its entry is not there',
});

async function madeElsewhere(
  call: ApiCall,
  business: Business,
  timer: RemoteTimer,
  { draft, sentBefore }: Asked,
): Promise<Result<TimeEntry>> {
  const made = await findMade(call, business, timer, draft);
  if (!made.ok) return made;
  if (made.value === null) return NO_SUCH_TIMER;
  return sentBefore ? corrected(call, business, made.value, draft) : ok(made.value);
}

/**
 * The draft's length, spread over the segments there are: each keeps its own as far as it goes, and
 * the last one takes what is left. Without their ids, as another client was seen to send them.
 */
function closedSegments({ segments }: TimerRows, draft: TimeEntryDraft) {
  let left = Math.round(draft.durationSeconds);
  return segments.map((row, index) => {
    const isLast = index === segments.length - 1;
    const durationSeconds = isLast ? left : Math.min(left, row.duration ?? left);
    left -= durationSeconds;
    const startedAtMs =
      index === 0 ? draft.startedAtMs : Math.max(row.started_at, draft.startedAtMs);
    return segmentMembers(row, { ...draft, startedAtMs, durationSeconds });
  });
}

/** By the ids of its segments, one of which it has had so far; else by its start and content. */
async function findMade(
  call: ApiCall,
  business: Business,
  { segments }: RemoteTimer,
  draft: TimeEntryDraft,
): Promise<Result<TimeEntry | null>> {
  for (const { id } of segments) {
    const entry = await readLoggedEntry(call, business, id);
    if (!entry.ok || entry.value !== null) return entry;
  }
  const starts = new Set([draft.startedAtMs, ...segments.map(({ startedAtMs }) => startedAtMs)]);
  const around = { fromMs: Math.min(...starts), toMs: Math.max(...starts) + 1000 };
  const listed = await readTimeEntries(call, business, around);
  if (!listed.ok) return listed;
  const alike = listed.value.filter(
    (entry) => starts.has(entry.startedAtMs) && hasContent(entry, draft),
  );
  // Entries are numbered as they are made: of two alike, the later one is the timer's.
  return ok(alike.sort((a, b) => b.id - a.id)[0] ?? null);
}

/** Makes the draft of what was logged. Where FreshBooks refuses that, what it has is the answer. */
async function corrected(
  call: ApiCall,
  business: Business,
  entry: TimeEntry,
  draft: TimeEntryDraft,
): Promise<Result<TimeEntry>> {
  const isExact =
    entry.startedAtMs === draft.startedAtMs &&
    entry.durationSeconds === Math.round(draft.durationSeconds) &&
    entry.billable === draft.billable &&
    entry.internal === draft.internal &&
    hasContent(entry, draft);
  if (isExact) return ok(entry);
  const changed = await changeTimeEntry(call, business, entry.id, draft);
  if (changed.ok) return changed;
  return isRefusal(changed.error) ? ok(entry) : UNSEEN;
}

function isRefusal({ code }: TraybooksError): boolean {
  return code === 'rejected' || code === 'not-allowed' || code === 'not-found';
}

function hasContent(entry: TimeEntry, draft: TimeEntryDraft): boolean {
  return (
    entry.clientId === draft.clientId &&
    entry.projectId === draft.projectId &&
    entry.serviceId === draft.serviceId &&
    entry.note.trim() === draft.note.trim()
  );
}
