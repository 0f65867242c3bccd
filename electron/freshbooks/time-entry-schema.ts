// What we read of a time entry (freshbooks-api.md §6.1).
import { z } from 'zod';
import type { ClientId, IdentityId, ProjectId, ServiceId, TimeEntryId } from '../../shared/ids.ts';
import { flag, idOf, pageOf, paging, timeZone, utcInstant, wholeNumber } from './wire-values.ts';

const timeEntrySchema = z
  .object({
    id: idOf<TimeEntryId>(),
    identity_id: idOf<IdentityId>().nullish(),
    is_logged: z.boolean(),
    /** Null on the open segment of a running timer only. */
    duration: wholeNumber.nullish(),
    started_at: utcInstant,
    /** Newer answers only. */
    local_timezone: timeZone,
    client_id: idOf<ClientId>().nullish(),
    project_id: idOf<ProjectId>().nullish(),
    service_id: idOf<ServiceId>().nullish(),
    /** As typed: a note is compared when we look for an entry of unknown outcome. */
    note: z.string().nullish(),
    /** False once deleted. */
    active: z.boolean().nullish(),
    billable: flag,
    billed: flag,
    internal: flag,
  })
  .superRefine(({ is_logged, duration }, context) => {
    if (!is_logged || typeof duration === 'number') return;
    context.addIssue({ code: 'custom', path: ['duration'], message: 'missing on a logged entry' });
  });

export type TimeEntryRow = z.output<typeof timeEntrySchema>;

export const timeEntryPageSchema = z
  .object({ time_entries: z.array(timeEntrySchema), meta: z.object(paging) })
  .transform(({ time_entries, meta }) => pageOf(time_entries, meta));

export const oneTimeEntrySchema = z
  .object({ time_entry: timeEntrySchema })
  .transform(({ time_entry }) => time_entry);

/** Sent back as it came, so it must be something plain. */
const kept = z.union([z.string(), z.number(), z.boolean(), z.null()]).optional();

/** The writable members that Traybooks does not edit and a PUT must hand back as they were. */
export const handedBack = {
  identity_id: kept,
  pending_client: kept,
  pending_project: kept,
  pending_task: kept,
  task_id: kept,
  billed: kept,
  retainer_id: kept,
};

export const keptMembersSchema = z
  .object({
    time_entry: z.object({
      active: z.boolean().nullish(),
      service_id: idOf<ServiceId>().nullish(),
      ...handedBack,
    }),
  })
  .transform(({ time_entry }) => time_entry);
