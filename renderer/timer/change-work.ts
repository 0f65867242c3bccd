// Who a line wants the timer to be for, in the parts it named.
import type { QuickAddContext, Reading } from '../../shared/quick-add/reading.ts';
import type { RunningTimer } from '../../shared/snapshot.ts';
import { isSameWork } from '../quick-add/pins.ts';
import type { TimerChange } from './read-change.ts';

/** Another project brings the service it is mostly used with, else the timer keeps its own. */
export function workNamed(
  { spans, clientId, projectId, serviceId }: Reading,
  timer: RunningTimer,
  context: QuickAddContext,
): Pick<TimerChange, 'clientId' | 'projectId' | 'serviceId'> {
  const named = new Set(spans.map(({ part }) => part));
  const isNamed = named.has('client') || named.has('project');
  const isOther = isNamed && !isSameWork({ ...timer, clientId, projectId }, timer);
  if (!isOther) return named.has('service') ? { serviceId } : {};
  if (named.has('service')) return { clientId, projectId, serviceId };
  const project = context.projects.find(({ id }) => id === projectId);
  const follows = serviceId ?? (canUse(project, timer.serviceId) ? timer.serviceId : null);
  return { clientId, projectId, serviceId: follows };
}

function canUse(
  project: QuickAddContext['projects'][number] | undefined,
  service: RunningTimer['serviceId'],
): boolean {
  if (!project || project.serviceIds.length === 0 || service === null) return true;
  return project.serviceIds.includes(service);
}
