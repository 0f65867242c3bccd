// The members of a time entry as FreshBooks takes them (freshbooks-api.md §6.2).
import type { z } from 'zod';
import type { TimeEntryDraft } from '../../shared/books.ts';
import { localDateTime } from '../../shared/zoned-day.ts';
import type { keptMembersSchema } from './time-entry-schema.ts';
import { utcText } from './utc-text.ts';

/**
 * @param nulls a new entry leaves out what it has not (the form FreshBooks is known to take);
 *   a changed one must say null, or the old value might stay
 */
export function draftMembers(
  draft: TimeEntryDraft,
  nulls: 'with nulls' | 'without nulls',
): Readonly<Record<string, unknown>> {
  const references = {
    client_id: draft.clientId,
    project_id: draft.projectId,
    service_id: draft.serviceId,
  };
  return {
    is_logged: true,
    duration: Math.round(draft.durationSeconds),
    started_at: utcText(draft.startedAtMs),
    local_started_at: localDateTime(draft.startedAtMs, draft.timeZone),
    local_timezone: draft.timeZone,
    note: draft.note,
    ...(nulls === 'with nulls' ? references : withoutNulls(references)),
    billable: draft.billable,
    internal: draft.internal,
  };
}

/** What was there before and is not ours to edit; members FreshBooks did not send stay out. */
export function keptMembers(
  before: z.output<typeof keptMembersSchema>,
  draft: TimeEntryDraft,
): Readonly<Record<string, unknown>> {
  const { active: _active, service_id: serviceId, ...kept } = before;
  // A task is a service by another name: the old one would contradict a new service.
  const task = (serviceId ?? null) === draft.serviceId ? kept.task_id : null;
  return { ...kept, task_id: task, active: true };
}

function withoutNulls(members: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null));
}
