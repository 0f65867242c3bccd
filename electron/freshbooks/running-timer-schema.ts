// What we read of a timer's segments (freshbooks-api.md §6.3): rows of the list of time entries.
import { z } from 'zod';
import type { ClientId, ProjectId, ServiceId, TimeEntryId, TimerId } from '../../shared/ids.ts';
import { handedBack } from './time-entry-schema.ts';
import { flag, idOf, timeZone, utcInstant, wholeNumber } from './wire-values.ts';

const segmentSchema = z.object({
  ...handedBack,
  id: idOf<TimeEntryId>(),
  is_logged: z.boolean(),
  /** Null while it runs. */
  duration: wholeNumber.nullish(),
  started_at: utcInstant,
  local_timezone: timeZone,
  client_id: idOf<ClientId>().nullish(),
  project_id: idOf<ProjectId>().nullish(),
  service_id: idOf<ServiceId>().nullish(),
  note: z.string().nullish(),
  /** False once deleted. */
  active: z.boolean().nullish(),
  billable: flag,
  internal: flag,
  /** Its `is_running` is not read: an open segment says the same, and cannot contradict itself. */
  timer: z.object({ id: idOf<TimerId>() }).nullish(),
});

export type SegmentRow = z.output<typeof segmentSchema>;

/** One page, and the only one asked for. */
export const segmentPageSchema = z
  .object({ time_entries: z.array(segmentSchema) })
  .transform(({ time_entries }) => time_entries);

export const oneSegmentSchema = z
  .object({ time_entry: segmentSchema })
  .transform(({ time_entry }) => time_entry);
