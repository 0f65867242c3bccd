// The service nobody has to say. It is shown as a chip like one that was said.
import type { Project } from '../../books.ts';
import type { ServiceId } from '../../ids.ts';
import { isUsableOn } from '../../usable-on.ts';
import type { QuickAddContext } from '../reading.ts';

/** The only one of the project, else the one it was last logged with, if that may still be used. */
export function serviceThatFollows(
  project: Project,
  { recent, services }: Pick<QuickAddContext, 'recent' | 'services'>,
): ServiceId | null {
  const [only, another] = project.serviceIds;
  if (only !== undefined && another === undefined) return only;
  const last = recent.find(({ projectId }) => projectId === project.id)?.serviceId ?? null;
  const service = services.find(({ id }) => id === last);
  return service && isUsableOn(service, project) ? service.id : null;
}
