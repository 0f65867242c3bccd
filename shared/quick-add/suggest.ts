// Which combinations the words typed so far may mean, the likeliest first.
import type { Combination, QuickAddContext } from './reading.ts';
import type { Suggestion } from './suggestion.ts';

const FOR_AN_EMPTY_LINE = 5;

/** For an empty line, the last five different combinations. */
export function suggest(_text: string, context: QuickAddContext): readonly Suggestion[] {
  return context.recent.slice(0, FOR_AN_EMPTY_LINE).map((used) => suggestionOf(used, context));
}

function suggestionOf(used: Combination, context: QuickAddContext): Suggestion {
  const client = context.clients.find(({ id }) => id === used.clientId);
  const project = context.projects.find(({ id }) => id === used.projectId);
  const service = context.services.find(({ id }) => id === used.serviceId);
  return {
    clientId: used.clientId,
    projectId: used.projectId,
    serviceId: used.serviceId,
    billable: used.billable ?? (project?.internal ? false : (service?.billable ?? null)),
    clientName: client?.name ?? null,
    projectTitle: project?.title ?? null,
    serviceName: service?.name ?? null,
    lastUsedAtMs: used.lastUsedAtMs ?? null,
  };
}
