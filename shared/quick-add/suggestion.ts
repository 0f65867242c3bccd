// What can be chosen as one unit: client, project, service and whether it is billable.
import type { ClientId, ProjectId, ServiceId } from '../ids.ts';

export interface Suggestion {
  readonly clientId: ClientId | null;
  readonly projectId: ProjectId | null;
  readonly serviceId: ServiceId | null;
  readonly billable: boolean | null;
  readonly clientName: string | null;
  readonly projectTitle: string | null;
  readonly serviceName: string | null;
  /** Milliseconds since the epoch; null where it was never used, or it is not known when. */
  readonly lastUsedAtMs: number | null;
}
