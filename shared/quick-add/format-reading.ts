// A reading as a line again.
import type { QuickAddContext, Reading } from './reading.ts';

/** Reading the line gives the same reading, apart from its spans. */
export function formatReading(reading: Reading, context: QuickAddContext): string {
  const client = context.clients.find(({ id }) => id === reading.clientId);
  const project = context.projects.find(({ id }) => id === reading.projectId);
  const service = context.services.find(({ id }) => id === reading.serviceId);
  const minutes = reading.durationSeconds === null ? null : reading.durationSeconds / 60;
  return [
    client?.name,
    project?.title,
    service?.name,
    minutes === null ? undefined : `${minutes}m`,
    reading.note ?? undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}
