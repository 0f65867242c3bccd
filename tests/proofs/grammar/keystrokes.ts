// How long the reading of a keystroke takes in a large catalog: 500 projects, 200 clients, 40
// services. Whole lines are typed letter by letter, each prefix read once, as the page does.
import type { Client, Project, Service } from '../../../shared/books.ts';
import type { ClientId, ProjectId, ServiceId } from '../../../shared/ids.ts';
import { readQuickAdd } from '../../../shared/quick-add/read-quick-add.ts';
import type { QuickAddContext } from '../../../shared/quick-add/reading.ts';
import { suggest } from '../../../shared/quick-add/suggest.ts';
import { NOW } from '../../support/quick-add-catalog.ts';

const FIRST = 'North South Harbour Cedar Amber Silver Granite Juniper Lantern Meadow'.split(' ');
const SECOND = 'Dental Foods Studio Motors Press Theatre Logistics Gardens'.split(' ');
const WORK = 'Website Portal API Brand Campaign Catalogue App Migration Newsletter Audit'.split(
  ' ',
);
const STAGE = 'rebuild redesign launch support refresh phase'.split(' ');

function pick(words: readonly string[], at: number): string {
  return words[at % words.length] ?? '';
}

/** A new one each time, so that nothing is remembered of it. */
export function largeCatalog(): QuickAddContext {
  const clients = Array.from(
    { length: 200 },
    (_, at): Client => ({
      id: (at + 1) as ClientId,
      name: `${pick(FIRST, at)} ${pick(SECOND, Math.floor(at / 10))} ${at}`,
    }),
  );
  const services = Array.from(
    { length: 40 },
    (_, at): Service => ({
      id: (at + 1) as ServiceId,
      name: `${pick(WORK, at)} ${pick(STAGE, Math.floor(at / 10))}`,
      billable: at % 5 !== 0,
    }),
  );
  const projects = Array.from(
    { length: 500 },
    (_, at): Project => ({
      id: (at + 1) as ProjectId,
      title: `${pick(WORK, at)} ${pick(STAGE, Math.floor(at / 7))} ${at}`,
      clientId: ((at % 200) + 1) as ClientId,
      internal: at % 50 === 0,
      serviceIds: [((at % 40) + 1) as ServiceId, (((at + 7) % 40) + 1) as ServiceId],
    }),
  );
  const recent = projects.slice(0, 50).map(({ id, clientId, serviceIds: [first = null] }) => ({
    clientId,
    projectId: id,
    serviceId: first,
    note: '',
  }));
  return {
    nowMs: NOW,
    timeZone: 'America/Toronto',
    dateFormat: 'dd/mm/yyyy',
    firstDayOfWeek: 1,
    clients,
    projects,
    services,
    recent,
  };
}

export interface Timing {
  readonly keystrokes: number;
  /** All in milliseconds. The first reading of a catalog, which prepares it. */
  readonly cold: number;
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  readonly suggestP99: number;
}

/**
 * Every line is typed `runs` times, each time in a catalog nobody has seen. A keystroke counts with
 * the shortest of its times: the others tell what else the machine was doing.
 */
export function timeKeystrokes(lines: readonly string[], runs: number): Timing {
  const texts = lines.flatMap((line) => [...line].map((_, at) => line.slice(0, at + 1)));
  const readings = texts.map(() => Number.POSITIVE_INFINITY);
  const suggestions = texts.map(() => Number.POSITIVE_INFINITY);
  let cold = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const context = largeCatalog();
    cold = Math.min(
      cold,
      timed(() => readQuickAdd('q', context)),
    );
    for (const [at, text] of texts.entries()) {
      const reading = timed(() => readQuickAdd(text, context));
      const suggestion = timed(() => suggest(text, context));
      readings[at] = Math.min(readings[at] ?? reading, reading);
      suggestions[at] = Math.min(suggestions[at] ?? suggestion, suggestion);
    }
  }
  return {
    keystrokes: texts.length,
    cold,
    p50: percentile(readings, 0.5),
    p99: percentile(readings, 0.99),
    worst: percentile(readings, 1),
    suggestP99: percentile(suggestions, 0.99),
  };
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function percentile(figures: readonly number[], share: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
