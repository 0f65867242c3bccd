// What happened to the timer in the web app and on the phone, as the next look at FreshBooks finds
// it: started, changed, paused, logged or discarded there.
import type { Books, TimeEntry } from '../../../shared/books.ts';
import type { EntryKey } from '../../../shared/ids.ts';
import type { RemoteTimer } from '../../../shared/running-timers.ts';
import { followed } from './follow.ts';
import type { MirroredBusiness, MirrorWorld } from './mirror-world.ts';
import { segmentsOf, workOf } from './next-step.ts';
import { firstStart, pausedAt, wholeSecond } from './segments.ts';
import {
  discardedElsewhere,
  elsewhereId,
  loggedElsewhere,
  runsElsewhere,
} from './timer-notices.ts';
import { isOwnedBy, type TimerOwner, type TimerRow } from './timer-row.ts';
import type { TimerRows } from './timer-rows.ts';

/** FreshBooks' bounds are inclusive and in whole seconds. */
const LOOK_AROUND_MS = 60_000;

/** @param listed every timer FreshBooks has of this person */
export async function takeOver(
  world: MirrorWorld,
  books: Books,
  of: MirroredBusiness,
  listed: readonly RemoteTimer[],
): Promise<void> {
  const { rows } = world;
  const row = rows.current(of);
  const theirs = row && thereOf(rows, row, listed);
  if (row && theirs) {
    const next = followed({ ...row, sentStart: null }, theirs, wholeSecond(world.clock()));
    if (JSON.stringify(next) !== JSON.stringify(row)) rows.noteAfter({ put: [next] });
  } else if (row?.remote) await missing(world, books, of, row, row.remote);
  pickUp(world, of, listed);
}

/** Timers FreshBooks has that are none of ours. */
export function strangers(
  rows: TimerRows,
  of: TimerOwner,
  listed: readonly RemoteTimer[],
): readonly RemoteTimer[] {
  const ours = rows.list().filter((row) => isOwnedBy(row, of));
  return listed.filter((timer) => !ours.some((row) => isOurs(row, timer)));
}

/**
 * Which timer of FreshBooks one of ours is. Of two that began in the same second, as one that was
 * stopped and the one that took that back, neither is taken for the other once it is known by id.
 */
export function thereOf(
  rows: TimerRows,
  row: TimerRow,
  listed: readonly RemoteTimer[],
): RemoteTimer | undefined {
  const others = rows.list().filter(({ key }) => key !== row.key);
  const isAnothers = (id: number) => others.some(({ remote }) => remote?.id === id);
  return listed.find((timer) => isOurs(row, timer) && (row.remote || !isAnothers(timer.id)));
}

/** @param startedAtMs milliseconds since the epoch */
function startedIn(timer: RemoteTimer, startedAtMs: number): boolean {
  return wholeSecond(timer.segments[0]?.startedAtMs ?? 0) === wholeSecond(startedAtMs);
}

/** By its id; one whose start was sent without an answer by the second it began in. */
function isOurs({ remote, sentStart }: TimerRow, timer: RemoteTimer): boolean {
  if (remote) return remote.id === timer.id;
  return sentStart !== null && startedIn(timer, sentStart.startedAtMs);
}

function pickUp(world: MirrorWorld, of: MirroredBusiness, listed: readonly RemoteTimer[]): void {
  const { rows, clock, randomId, say, unsay } = world;
  const [first, ...more] = strangers(rows, of, listed);
  const isFree = rows.current(of) === null;
  if (first && isFree) {
    const nowMs = wholeSecond(clock());
    const row: TimerRow = {
      source: of.source,
      identityId: of.identityId,
      businessId: of.businessId,
      key: randomId() as EntryKey,
      state: 'current',
      work: workOf(first),
      segments: segmentsOf(first),
      timeZone: of.timeZone,
      fromElsewhere: true,
      gaps: [],
      seenMs: nowMs,
      inputMs: nowMs,
      answered: null,
      overnightSeenMs: null,
      endedMs: null,
      remote: first,
      sentStart: null,
      staysHere: false,
    };
    rows.noteBefore({ put: [row] });
  }
  const beside = isFree ? more[0] : first;
  if (beside) say(runsElsewhere(of, beside));
  else unsay(elsewhereId(of.businessId));
}

/**
 * FreshBooks has it no more. Logged there, it is an entry, and must not become a second one; where
 * no entry tells of it, somebody discarded it, and its minutes stay here until they are given up
 * here as well.
 */
async function missing(
  world: MirrorWorld,
  books: Books,
  of: MirroredBusiness,
  row: TimerRow,
  remote: RemoteTimer,
): Promise<void> {
  const { rows, say, clock } = world;
  const logged = await loggedFrom(world, books, of, remote);
  const now = rows.current(of);
  // Stopped or changed meanwhile, or nobody knows: the next look tells.
  if (logged === 'unknown' || now?.key !== row.key) return;
  if (logged) {
    rows.noteAfter({ remove: [row.key] });
    say(loggedElsewhere(of, logged));
    return;
  }
  const segments = pausedAt(now.segments, clock());
  rows.noteAfter({ put: [{ ...now, segments, remote: null, sentStart: null, staysHere: true }] });
  say(discardedElsewhere(of));
}

/** The entry a timer became, by the ids of its segments or by its start. */
async function loggedFrom(
  { isFromHere }: MirrorWorld,
  books: Books,
  { business }: MirroredBusiness,
  remote: RemoteTimer,
): Promise<TimeEntry | null | 'unknown'> {
  const start = firstStart(segmentsOf(remote));
  const range = { fromMs: start - LOOK_AROUND_MS, toMs: start + LOOK_AROUND_MS };
  const listed = await books.timeEntries(business, range);
  if (!listed.ok) return 'unknown';
  const ids = new Set(remote.segments.map(({ id }) => id));
  const found = listed.value.find(
    ({ id, startedAtMs }) => ids.has(id) || (wholeSecond(startedAtMs) === start && !isFromHere(id)),
  );
  if (found) return found;
  for (const id of ids) {
    const entry = await books.timeEntry(business, id);
    if (!entry.ok) return 'unknown';
    if (entry.value !== 'deleted') return entry.value;
  }
  return null;
}
