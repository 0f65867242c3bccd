// What a typed line means. This is the whole of it: text, catalog, history and now in, reading out.

import type { Client, Project, Service } from '../books.ts';
import { addDays } from '../day.ts';
import { parseDuration } from '../duration.ts';
import { dayAt } from '../wall-clock.ts';
import { wordsOf } from './fold.ts';
import type { QuickAddContext, Reading, ReadingPart, Span } from './reading.ts';

/**
 * Never throws, whatever the text. A part nobody named, and that follows from nothing, is null;
 * what is in doubt is in `unclear`.
 */
export function readQuickAdd(text: string, context: QuickAddContext): Reading {
  const spans: Span[] = [];
  const note: string[] = [];
  let durationSeconds: number | null = null;
  let day = dayAt(context.nowMs, context.timeZone);
  let client: Client | null = null;
  let project: Project | null = null;
  let service: Service | null = null;
  let billable: boolean | null = null;
  for (const match of text.matchAll(/\S+/g)) {
    const [raw] = match;
    const claim = (part: ReadingPart) =>
      spans.push({ from: match.index, to: match.index + raw.length, part });
    const [word = ''] = wordsOf(raw);
    const begins = (name: string) => wordsOf(name).some((other) => word && other.startsWith(word));
    const asDuration: number | null = durationSeconds === null ? parseDuration(raw) : null;
    if (asDuration !== null) {
      durationSeconds = asDuration;
      claim('duration');
    } else if (word.startsWith('yest')) {
      day = addDays(day, -1);
      claim('day');
    } else if (raw === '!b' || raw === '!nb') {
      billable = raw === '!b';
      claim('billable');
    } else {
      const named = note.length === 0;
      const foundClient: Client | undefined =
        named && !client ? context.clients.find(({ name }) => begins(name)) : undefined;
      const foundProject: Project | undefined =
        named && !project ? context.projects.find(({ title }) => begins(title)) : undefined;
      const foundService: Service | undefined =
        named && !service ? context.services.find(({ name }) => begins(name)) : undefined;
      if (foundClient) {
        client = foundClient;
        claim('client');
      } else if (foundProject) {
        project = foundProject;
        claim('project');
      } else if (foundService) {
        service = foundService;
        claim('service');
      } else {
        note.push(raw);
        claim('note');
      }
    }
  }
  const onlyService = project?.serviceIds.length === 1 ? project.serviceIds[0] : undefined;
  const serviceId = service?.id ?? onlyService ?? null;
  const known = context.services.find(({ id }) => id === serviceId);
  return {
    durationSeconds,
    startedAt: null,
    day,
    clientId: project?.clientId ?? client?.id ?? null,
    projectId: project?.id ?? null,
    serviceId,
    billable: billable ?? (project?.internal ? false : (known?.billable ?? null)),
    note: note.length === 0 ? null : note.join(' '),
    spans,
    unclear: [],
  };
}
