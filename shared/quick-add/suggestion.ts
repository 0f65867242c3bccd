// What can be chosen as one unit: client, project, service and whether it is billable.
import { nameIndex } from './names/name-index.ts';
import type { QuickAddContext } from './reading.ts';
import type { Unit } from './unit-texts.ts';

export interface Suggestion extends Unit {
  readonly clientName: string | null;
  readonly projectTitle: string | null;
  readonly serviceName: string | null;
  /** Milliseconds since the epoch; null where it was never used, or it is not known when. */
  readonly lastUsedAtMs: number | null;
}

/** @param unit `billable` null or left out: as project and service have it */
export function suggestionOf(
  unit: Omit<Unit, 'billable'> & { readonly billable?: boolean | null; lastUsedAtMs?: number },
  context: QuickAddContext,
): Suggestion {
  const index = nameIndex(context);
  const { clientId, projectId, serviceId, lastUsedAtMs = null } = unit;
  const project = projectId === null ? undefined : index.byId('project', projectId);
  const service = serviceId === null ? undefined : index.byId('service', serviceId);
  const isInternal = project?.kind === 'project' && project.of.internal;
  const follows = service?.kind === 'service' ? service.of.billable : null;
  return {
    // A project decides its client, also where history says otherwise.
    clientId: project?.kind === 'project' ? project.of.clientId : clientId,
    projectId,
    serviceId,
    billable: unit.billable ?? (isInternal ? false : follows),
    clientName: nameOf(project?.kind === 'project' ? project.of.clientId : clientId),
    projectTitle: project?.name ?? null,
    serviceName: service?.name ?? null,
    lastUsedAtMs,
  };

  function nameOf(id: number | null): string | null {
    return id === null ? null : (index.byId('client', id)?.name ?? null);
  }
}
