// A timer has no record of its own at FreshBooks: it is the segments that share its id
// (freshbooks-api.md §6.3).
import type { TimerId } from '../../shared/ids.ts';
import type { RemoteTimer, TimerWork } from '../../shared/running-timers.ts';
import { localDateTime } from '../../shared/zoned-day.ts';
import type { SegmentRow } from './running-timer-schema.ts';
import { utcText } from './utc-text.ts';

export interface TimerRows {
  readonly id: TimerId;
  /** What is not logged yet, oldest first; never empty. */
  readonly segments: readonly [SegmentRow, ...SegmentRow[]];
  /** Logged entries that the timer went on from: one was continued in the web app. */
  readonly continues: readonly SegmentRow[];
}

/** @returns the one that runs first, then the newest */
export function timersIn(rows: readonly SegmentRow[]): readonly TimerRows[] {
  const kept = rows.filter((row) => row.active !== false);
  const ids = new Set(kept.flatMap(({ timer }) => (timer ? [timer.id] : [])));
  return [...ids]
    .flatMap((id) => {
      const own = kept.filter(({ timer }) => timer?.id === id);
      const unlogged = own.filter((row) => !row.is_logged);
      const [first, ...later] = unlogged.sort((a, b) => a.started_at - b.started_at || a.id - b.id);
      const continues = own.filter((row) => row.is_logged);
      return first ? [{ id, segments: [first, ...later] as const, continues }] : [];
    })
    .sort((a, b) => Number(isRunning(b)) - Number(isRunning(a)) || newest(b) - newest(a));
}

export function isRunning({ segments }: TimerRows): boolean {
  return segments.some(isOpen);
}

export function isOpen(row: SegmentRow): boolean {
  return (row.duration ?? null) === null;
}

function newest({ segments }: TimerRows): number {
  return segments.at(-1)?.started_at ?? 0;
}

export function remoteTimer(timer: TimerRows): RemoteTimer {
  return {
    id: timer.id,
    isRunning: isRunning(timer),
    segments: timer.segments.map(({ id, started_at, duration }) => ({
      id,
      startedAtMs: started_at,
      durationSeconds: duration ?? null,
    })),
    ...workOf(timer.segments.at(-1) ?? timer.segments[0]),
  };
}

export function workOf(row: SegmentRow): TimerWork {
  return {
    clientId: row.client_id ?? null,
    projectId: row.project_id ?? null,
    serviceId: row.service_id ?? null,
    internal: row.internal,
    billable: row.billable,
    note: row.note ?? '',
  };
}

export interface SegmentContent extends TimerWork {
  /** Milliseconds since the epoch, UTC. */
  readonly startedAtMs: number;
  /** Null leaves it open. */
  readonly durationSeconds: number | null;
  /** IANA name. */
  readonly timeZone: string;
}

/**
 * Every writable member, for a PUT replaces the whole row; without its timer's id among them it
 * would be a segment of none.
 */
export function segmentMembers(
  row: SegmentRow,
  content: SegmentContent,
): Readonly<Record<string, unknown>> {
  const { identity_id, pending_client, pending_project, pending_task, billed, retainer_id } = row;
  const sameService = (row.service_id ?? null) === content.serviceId;
  return {
    identity_id,
    pending_client,
    pending_project,
    pending_task,
    billed,
    retainer_id,
    // A task is a service by another name: the old one would contradict a new service.
    task_id: sameService ? row.task_id : null,
    active: true,
    ...contentMembers(content),
    timer: row.timer && { id: row.timer.id },
  };
}

export function contentMembers(content: SegmentContent): Readonly<Record<string, unknown>> {
  const { startedAtMs, durationSeconds, timeZone } = content;
  return {
    is_logged: false,
    duration: durationSeconds,
    started_at: utcText(startedAtMs),
    local_started_at: localDateTime(startedAtMs, timeZone),
    local_timezone: timeZone,
    note: content.note,
    client_id: content.clientId,
    project_id: content.projectId,
    service_id: content.serviceId,
    billable: content.billable,
    internal: content.internal,
  };
}
