// Who a line wants the timer to be for, in the parts it named.
import type { QuickAddContext, Reading } from '../../shared/quick-add/reading.ts';
import type { RunningTimer } from '../../shared/snapshot.ts';
import { isUsableOn } from '../../shared/usable-on.ts';
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
  const own = timer.serviceId;
  const isKept = own === null || !project || isUsableOn({ id: own }, project);
  return { clientId, projectId, serviceId: serviceId ?? (isKept ? own : null) };
}
