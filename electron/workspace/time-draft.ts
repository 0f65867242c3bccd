// From what a person entered to the entry FreshBooks is to hold (freshbooks-api.md §6.2): the
// project decides client and internal, the service decides billable.
import type { Catalog, Project, Service, TimeEntryDraft } from '../../shared/books.ts';
import { parseDay } from '../../shared/day.ts';
import type { CommandInput } from '../../shared/ipc.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { dayOf, startOfDay, timeOnDay } from '../../shared/zoned-day.ts';
import type { BusinessDay } from './business-day.ts';

/** Where an entry of another day begins, when only its length was given. */
const USUAL_START_HOUR = 9;

/**
 * @param nowMs milliseconds since the epoch
 * @returns `rejected` with the fields as the form names them: day, start, project, client, service
 */
export function draftOf(
  input: CommandInput<'time.log'>,
  catalog: Catalog,
  day: BusinessDay,
  nowMs: number,
): Result<TimeEntryDraft> {
  const project = find(catalog.projects, input.projectId);
  const client = find(catalog.clients, input.clientId);
  const service = find(catalog.services, input.serviceId);
  const startedAtMs = startOf(input, day, nowMs);

  const fields: Record<string, string> = {};
  if (startedAtMs === null) fields.day = 'is not a date';
  else if (input.day > day.today) fields.day = 'lies in the future';
  else if (input.startedAtMs !== null) {
    const reason = startRefusal(input, startedAtMs, day, nowMs);
    if (reason) fields.start = reason;
  }
  if (project === undefined) fields.project = 'is not among the active projects';
  if (client === undefined && !project) fields.client = 'is not among the active clients';
  if (service === undefined) fields.service = 'is not among the active services';
  else if (service && project && !canUse(project, service)) {
    fields.service = 'cannot be used on this project';
  }
  if (startedAtMs === null || Object.keys(fields).length > 0) {
    return failed({ code: 'rejected', fields });
  }

  const internal = project?.internal ?? false;
  return ok({
    startedAtMs,
    durationSeconds: input.durationSeconds,
    timeZone: day.timeZone,
    clientId: project ? project.clientId : (client?.id ?? null),
    projectId: project?.id ?? null,
    serviceId: service?.id ?? null,
    internal,
    billable: !internal && (input.billable ?? service?.billable ?? true),
    note: input.note.trim(),
  });
}

/** @returns null when nothing was chosen, undefined when what was chosen is not there (any more) */
function find<Item extends { readonly id: number }>(
  items: readonly Item[],
  id: number | null,
): Item | null | undefined {
  return id === null ? null : items.find((item) => item.id === id);
}

function canUse(project: Project, service: Service): boolean {
  return project.serviceIds.length === 0 || project.serviceIds.includes(service.id);
}

/** A clock may be a little slow, and reading a line takes its moment. */
const AHEAD_MS = 60_000;

function startRefusal(
  input: CommandInput<'time.log'>,
  startedAtMs: number,
  { timeZone }: BusinessDay,
  nowMs: number,
): string | null {
  if (dayOf(startedAtMs, timeZone) !== input.day) return 'is not on that day';
  const endedAtMs = startedAtMs + input.durationSeconds * 1000;
  return endedAtMs > nowMs + AHEAD_MS ? 'makes it end in the future' : null;
}

/** A start given wins; work logged today has just ended. FreshBooks keeps whole seconds. */
function startOf(
  input: CommandInput<'time.log'>,
  { today, timeZone }: BusinessDay,
  nowMs: number,
): number | null {
  const day = parseDay(input.day);
  if (day === null) return null;
  if (input.startedAtMs !== null) return Math.floor(input.startedAtMs / 1000) * 1000;
  if (day !== today) return timeOnDay(day, timeZone, USUAL_START_HOUR);
  const justEnded = nowMs - input.durationSeconds * 1000;
  return Math.floor(Math.max(justEnded, startOfDay(today, timeZone)) / 1000) * 1000;
}
