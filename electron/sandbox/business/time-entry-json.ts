/**
 * A time entry as the wire has it (freshbooks-api.md §6.1).
 */
import type { TimeEntryRecord } from '../state/sample-books.ts';
import { utcText } from '../wall-time.ts';

export function timeEntryJson(entry: TimeEntryRecord): object {
  return {
    id: entry.id,
    identity_id: entry.identityId,
    is_logged: true,
    duration: entry.durationSeconds,
    started_at: utcText(entry.startedAtMs),
    created_at: utcText(entry.createdAtMs),
    local_started_at: entry.localStartedAt,
    local_timezone: entry.localTimeZone,
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
    retainer_id: entry.retainerId,
    timer: null,
  };
}
