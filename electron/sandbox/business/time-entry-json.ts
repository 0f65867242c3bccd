/**
 * A time entry as the wire has it (freshbooks-api.md §6.1, §6.3).
 */
import type { TimeEntryRecord } from '../state/sample-books.ts';
import { utcText } from '../wall-time.ts';

/** @param books where the other segments of its timer are */
export function timeEntryJson(
  entry: TimeEntryRecord,
  books: { readonly timeEntries: readonly TimeEntryRecord[] },
): object {
  return {
    ...segmentJson(entry),
    local_started_at: entry.localStartedAt,
    local_timezone: entry.localTimeZone,
    retainer_id: entry.retainerId,
    timer: timerOf(entry, books.timeEntries),
  };
}

/** What `GET …/timers` tells of a segment: less than the list of entries does. */
export function segmentJson(entry: TimeEntryRecord): object {
  return {
    id: entry.id,
    identity_id: entry.identityId,
    is_logged: entry.isLogged,
    duration: entry.durationSeconds,
    started_at: utcText(entry.startedAtMs),
    created_at: utcText(entry.createdAtMs),
    client_id: entry.clientId,
    project_id: entry.projectId,
    service_id: entry.serviceId,
    task_id: entry.taskId,
    pending_client: entry.pendingClient,
    pending_project: entry.pendingProject,
    pending_task: entry.pendingTask,
    note: entry.note,
    active: entry.active,
    billable: entry.billable,
    billed: entry.billed,
    internal: entry.internal,
  };
}

function timerOf(entry: TimeEntryRecord, entries: readonly TimeEntryRecord[]): object | null {
  const { timerId, isLogged } = entry;
  if (isLogged || timerId === null) return null;
  const isRunning = entries.some(
    (other) => other.timerId === timerId && isOpenSegment(other) && other.active,
  );
  return { id: timerId, is_running: isRunning };
}

export function isOpenSegment(entry: TimeEntryRecord): boolean {
  return !entry.isLogged && entry.durationSeconds === null;
}
