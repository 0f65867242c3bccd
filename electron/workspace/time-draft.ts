// From what a person entered to the entry FreshBooks is to hold (freshbooks-api.md §6.2): the
// project decides client and internal, the service decides billable where nobody said.
import type { Catalog, Client, Project, Service, TimeEntryDraft } from '../../shared/books.ts';
import type { CommandInput } from '../../shared/ipc.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { isUsableOn } from '../../shared/usable-on.ts';
import type { BusinessDay } from './business-day.ts';
import { startOf, startRefusals } from './draft-start.ts';

export type EntryInput = CommandInput<'time.log'>;

/**
 * @param nowMs milliseconds since the epoch
 * @returns `rejected` with the fields as the form names them: day, start, project, client, service
 */
export function draftOf(
  input: EntryInput,
  catalog: Catalog,
  day: BusinessDay,
  nowMs: number,
): Result<TimeEntryDraft> {
  return merge(input, null, catalog, day, nowMs);
}

/**
 * @param before what the entry was; its project, client and service may be archived by now, and
 *   stay all the same, as do its zone and, on its own day, its start where none is given
 */
export function changedDraftOf(
  input: EntryInput,
  before: TimeEntryDraft,
  catalog: Catalog,
  day: BusinessDay,
  nowMs: number,
): Result<TimeEntryDraft> {
  const there = { ...day, timeZone: before.timeZone };
  return merge(input, before, catalog, there, nowMs);
}

function merge(
  input: EntryInput,
  before: TimeEntryDraft | null,
  catalog: Catalog,
  day: BusinessDay,
  nowMs: number,
): Result<TimeEntryDraft> {
  const choice = chosen(input, before, catalog);
  const { project, client, service } = choice;
  const startedAtMs = startOf(input, before, day, nowMs);

  const fields = startRefusals(input, before, startedAtMs, day, nowMs);
  if (project === undefined) fields.project = 'is not among the active projects';
  if (client === undefined && !project) fields.client = 'is not among the active clients';
  if (service === undefined) fields.service = 'is not among the active services';
  else if (service && project && !isUsableOn(service, project) && !choice.isAsBefore) {
    fields.service = 'cannot be used on this project';
  }
  if (startedAtMs === null || Object.keys(fields).length > 0) {
    return failed({ code: 'rejected', fields });
  }

  const internal = project?.internal ?? false;
  const usual = choice.isAsBefore ? before?.billable : service?.billable;
  return ok({
    startedAtMs,
    durationSeconds: input.durationSeconds,
    timeZone: day.timeZone,
    clientId: project ? project.clientId : (client?.id ?? null),
    projectId: project?.id ?? null,
    serviceId: service?.id ?? null,
    internal,
    billable: !internal && (input.billable ?? usual ?? true),
    note: input.note.trim(),
  });
}

interface Choice {
  /** Null when none was chosen, undefined when what was chosen is not there (any more). */
  readonly project: Pick<Project, 'id' | 'clientId' | 'internal' | 'serviceIds'> | null | undefined;
  readonly client: { readonly id: Client['id'] } | null | undefined;
  readonly service: Pick<Service, 'id' | 'billable'> | null | undefined;
  /** The same project and service as the entry had. */
  readonly isAsBefore: boolean;
}

/** What the entry had already may stay, in the catalog or not. */
function chosen(input: EntryInput, before: TimeEntryDraft | null, catalog: Catalog): Choice {
  const { clientId, projectId, serviceId } = input;
  const project = find(catalog.projects, projectId);
  const client = find(catalog.clients, clientId);
  const service = find(catalog.services, serviceId);
  if (before === null) return { project, client, service, isAsBefore: false };
  const was = before;
  const keptProject = was.projectId !== null && {
    id: was.projectId,
    clientId: was.clientId,
    internal: was.internal,
    serviceIds: [],
  };
  const keptService = was.serviceId !== null && { id: was.serviceId, billable: was.billable };
  return {
    project: project ?? (keptProject && projectId === was.projectId ? keptProject : project),
    client: client ?? (was.clientId && clientId === was.clientId ? { id: was.clientId } : client),
    service: service ?? (keptService && serviceId === was.serviceId ? keptService : service),
    isAsBefore: projectId === was.projectId && serviceId === was.serviceId,
  };
}

function find<Item extends { readonly id: number }>(
  items: readonly Item[],
  id: number | null,
): Item | null | undefined {
  return id === null ? null : items.find((item) => item.id === id);
}
