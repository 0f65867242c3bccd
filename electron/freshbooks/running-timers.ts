// FreshBooks' running timers, which are hardly documented (freshbooks-api.md §6.3): everything
// Traybooks believes about them is in this file and those it leans on (`timer-list`, `timer-log`,
// `timer-segments`, `running-timer-schema`).
import type { Business } from '../../shared/books.ts';
import type { TimerId } from '../../shared/ids.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type {
  RemoteTimer,
  RunningTimers,
  TimerChange,
  TimerStart,
} from '../../shared/running-timers.ts';
import type { ApiCall } from './api-call.ts';
import { oneSegmentSchema, type SegmentRow } from './running-timer-schema.ts';
import { findTimer, readTimers, TIMER_WRITE } from './timer-list.ts';
import { logTimer } from './timer-log.ts';
import {
  contentMembers,
  isOpen,
  isRunning,
  remoteTimer,
  type SegmentContent,
  segmentMembers,
  type TimerRows,
  timersIn,
  workOf,
} from './timer-segments.ts';

export function createRunningTimers(call: ApiCall): RunningTimers {
  return {
    async list(business, signal) {
      const timers = await readTimers(call, business, signal);
      return timers.ok ? ok(timers.value.map(remoteTimer)) : timers;
    },
    start: (business, start) => startTimer(call, business, start),
    pause: (business, { id }, atMs) => pauseTimer(call, business, id, atMs),
    resume: (business, { id }, atMs) => resumeTimer(call, business, id, atMs),
    change: (business, { id }, change) => changeTimer(call, business, id, change),
    log: (business, timer, draft, sentBefore = false) =>
      logTimer(call, business, timer, { draft, sentBefore }),
    discard: (business, id) => discardTimer(call, business, id),
  };
}

/** As FreshBooks' own page does it: first an empty timer that runs, then what it runs for. */
async function startTimer(
  call: ApiCall,
  business: Business,
  start: TimerStart,
): Promise<Result<RemoteTimer>> {
  const content = { ...start, durationSeconds: null };
  const begun = await postSegment(call, business, {
    ...contentMembers({ ...content, ...NOTHING }),
    note: null,
    timer: {},
  });
  if (!begun.ok) return begun;
  const timer = await timerOf(call, business, begun.value);
  if (!timer.ok || !isAboutSomething(start)) return timer.ok ? ok(remoteTimer(timer.value)) : timer;
  const told = await putSegment(call, business, timer.value.segments[0], content);
  const [complete] = told.ok ? timersIn([told.value]) : [];
  return ok(remoteTimer(complete ?? timer.value));
}

const NOTHING = { clientId: null, projectId: null, serviceId: null, internal: false, note: '' };

function isAboutSomething({ clientId, projectId, serviceId, internal, note }: TimerStart): boolean {
  return (clientId ?? projectId ?? serviceId) !== null || internal || note !== '';
}

/** Should the answer not say which timer it is, the list does. */
async function timerOf(
  call: ApiCall,
  business: Business,
  row: SegmentRow,
): Promise<Result<TimerRows>> {
  const [told] = timersIn([row]);
  if (told) return ok(told);
  const listed = await readTimers(call, business);
  if (!listed.ok) return failed({ code: 'outcome-unknown' });
  const found = listed.value.find(({ segments }) => segments.some(({ id }) => id === row.id));
  return found
    ? ok(found)
    : failed({ code: 'server-trouble', status: 200, detail: 'time_entry.timer: missing' });
}

async function pauseTimer(
  call: ApiCall,
  business: Business,
  id: TimerId,
  atMs: number,
): Promise<Result<undefined>> {
  const timer = await findTimer(call, business, id);
  if (!timer.ok) return timer;
  return changeSegments(call, business, timer.value.segments.filter(isOpen), (row) => ({
    durationSeconds: Math.max(0, Math.floor((atMs - row.started_at) / 1000)),
  }));
}

async function resumeTimer(
  call: ApiCall,
  business: Business,
  id: TimerId,
  atMs: number,
): Promise<Result<undefined>> {
  const timer = await findTimer(call, business, id);
  if (!timer.ok) return timer;
  if (isRunning(timer.value)) return ok();
  const newest = timer.value.segments.at(-1) ?? timer.value.segments[0];
  const content = { ...contentOf(newest, business), startedAtMs: atMs, durationSeconds: null };
  const opened = await postSegment(call, business, { ...contentMembers(content), timer: { id } });
  return opened.ok ? ok() : opened;
}

async function changeTimer(
  call: ApiCall,
  business: Business,
  id: TimerId,
  { work, startedAtMs }: TimerChange,
): Promise<Result<undefined>> {
  const timer = await findTimer(call, business, id);
  if (!timer.ok) return timer;
  const [first] = timer.value.segments;
  const later = startedAtMs === undefined ? 0 : (startedAtMs - first.started_at) / 1000;
  if (later > (first.duration ?? later)) return TOO_LATE;
  const moved =
    startedAtMs === undefined
      ? {}
      : { startedAtMs, durationSeconds: isOpen(first) ? null : (first.duration ?? 0) - later };
  const changed = work ? timer.value.segments : startedAtMs === undefined ? [] : [first];
  return changeSegments(call, business, changed, (row) => ({
    ...work,
    ...(row === first ? moved : {}),
  }));
}

const TOO_LATE = failed({
  code: 'rejected',
  fields: { started_at: 'It was paused before that already' },
});

/** Segment by segment, oldest first; ends with the first failure. */
async function changeSegments(
  call: ApiCall,
  business: Business,
  rows: readonly SegmentRow[],
  change: (row: SegmentRow) => Partial<SegmentContent>,
): Promise<Result<undefined>> {
  for (const row of rows) {
    const content = { ...contentOf(row, business), ...change(row) };
    const put = await putSegment(call, business, row, content);
    if (!put.ok) return put;
  }
  return ok();
}

/** The open segment first, so that nothing runs on when the rest cannot be removed. */
async function discardTimer(
  call: ApiCall,
  business: Business,
  id: TimerId,
): Promise<Result<undefined>> {
  const timer = await findTimer(call, business, id);
  if (!timer.ok) return timer.error.code === 'not-found' ? ok() : timer;
  for (const row of [...timer.value.segments].sort(
    (a, b) => Number(isOpen(b)) - Number(isOpen(a)),
  )) {
    const path = `/timetracking/business/${business.id}/time_entries/${row.id}`;
    const gone = await call<undefined>({ ...TIMER_WRITE, method: 'DELETE', path }, null);
    if (!gone.ok && gone.error.code !== 'not-found') return gone;
  }
  return ok();
}

function postSegment(call: ApiCall, { id }: Business, members: Readonly<Record<string, unknown>>) {
  const path = `/comments/business/${id}/time_entries`;
  const body = { time_entry: members };
  return call({ ...TIMER_WRITE, thing: 'business', method: 'POST', path, body }, oneSegmentSchema);
}

function putSegment(call: ApiCall, { id }: Business, row: SegmentRow, content: SegmentContent) {
  const path = `/comments/business/${id}/time_entries/${row.id}`;
  const body = { time_entry: segmentMembers(row, content) };
  return call({ ...TIMER_WRITE, method: 'PUT', path, body }, oneSegmentSchema);
}

function contentOf(row: SegmentRow, { timeZone }: Business): SegmentContent {
  return {
    ...workOf(row),
    startedAtMs: row.started_at,
    durationSeconds: row.duration ?? null,
    timeZone: row.local_timezone ?? timeZone ?? 'UTC',
  };
}
