/**
 * A timer is a number that segments share, each an entry that is not logged yet (freshbooks-api.md
 * §6.3). There is no table of timers: without a segment there is no timer.
 */
import type { BusinessRecord, SampleBooks, TimeEntryRecord } from '../state/sample-books.ts';
import { localText } from '../wall-time.ts';
import type { WritableTimeEntry } from './time-entry-body.ts';
import { isOpenSegment } from './time-entry-json.ts';

export interface TimerRecord {
  readonly id: number;
  /** Oldest first. */
  readonly segments: readonly TimeEntryRecord[];
}

/** What no source tells for sure about logging a timer (freshbooks-api.md §6.3). */
export interface TimerHabits {
  /** What the answer holds. */
  readonly answer: 'time_entry' | 'timer';
  /** Which id the logged entry has. */
  readonly entryId: 'first-segment' | 'new';
  /** What its length is rounded to; 1 keeps every second. */
  readonly roundToSeconds: number;
}

export const usualTimerHabits: TimerHabits = {
  answer: 'time_entry',
  entryId: 'first-segment',
  roundToSeconds: 1,
};

/** The caller's own, newest first. */
export function timersOf(books: SampleBooks, businessId: number): readonly TimerRecord[] {
  const byId = new Map<number, TimeEntryRecord[]>();
  for (const entry of books.timeEntries) {
    const { timerId, identityId, active, isLogged } = entry;
    const isOwn = entry.businessId === businessId && identityId === books.identity.id;
    if (timerId === null || isLogged || !active || !isOwn) continue;
    byId.set(timerId, [...(byId.get(timerId) ?? []), entry]);
  }
  return [...byId]
    .map(([id, segments]) => ({
      id,
      segments: segments.sort((a, b) => a.startedAtMs - b.startedAtMs || a.id - b.id),
    }))
    .sort((a, b) => b.id - a.id);
}

export function isRunning({ segments }: TimerRecord): boolean {
  return segments.some(isOpenSegment);
}

export function newTimerId({ timeEntries }: SampleBooks): number {
  return timeEntries.reduce((id, entry) => Math.max(id, entry.timerId ?? 0), 18_800_320) + 1;
}

function newEntryId({ timeEntries }: SampleBooks): number {
  return timeEntries.reduce((id, entry) => Math.max(id, entry.id), 91_200_000) + 1;
}

/** The caller and the business's zone stand in for what was left out. */
export function filledIn(
  writable: WritableTimeEntry,
  business: BusinessRecord,
  books: SampleBooks,
): Omit<TimeEntryRecord, 'id' | 'businessId' | 'timerId' | 'createdAtMs' | 'updatedAtMs'> {
  const localTimeZone = writable.localTimeZone ?? business.timeZone;
  return {
    ...writable,
    identityId: writable.identityId ?? books.identity.id,
    localTimeZone,
    localStartedAt: writable.localStartedAt ?? localText(writable.startedAtMs, localTimeZone),
  };
}

/** Puts a new entry, or a new segment, into the books. */
export function addEntry(
  books: SampleBooks,
  business: BusinessRecord,
  writable: WritableTimeEntry,
  { timerId, nowMs }: { readonly timerId: number | null; readonly nowMs: number },
): TimeEntryRecord {
  const entry = {
    ...filledIn(writable, business, books),
    id: newEntryId(books),
    businessId: business.id,
    timerId,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
  };
  books.timeEntries.push(entry);
  return entry;
}

/**
 * One entry of all its segments, which must be closed: from the first one's start, as long as all of
 * them together, with the content of the newest.
 */
export function logTimer(
  books: SampleBooks,
  { segments }: TimerRecord,
  habits: TimerHabits,
  nowMs: number,
): TimeEntryRecord {
  const [first] = segments;
  const newest = segments.at(-1);
  if (!first || !newest) throw new Error('A timer has a segment.');
  const seconds = segments.reduce((sum, { durationSeconds }) => sum + (durationSeconds ?? 0), 0);
  const entry = {
    ...newest,
    id: habits.entryId === 'new' ? newEntryId(books) : first.id,
    isLogged: true,
    durationSeconds: Math.round(seconds / habits.roundToSeconds) * habits.roundToSeconds,
    startedAtMs: first.startedAtMs,
    localStartedAt: first.localStartedAt,
    localTimeZone: first.localTimeZone,
    updatedAtMs: nowMs,
  };
  discardSegments(segments, nowMs);
  if (habits.entryId === 'new') books.timeEntries.push(entry);
  else Object.assign(first, entry, { active: true });
  return habits.entryId === 'new' ? entry : first;
}

export function discardSegments(segments: readonly TimeEntryRecord[], nowMs: number): void {
  for (const segment of segments) Object.assign(segment, { active: false, updatedAtMs: nowMs });
}
