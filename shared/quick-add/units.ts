// Everything time can be logged on, as units: what was used before, every client, and every project
// with the service that follows. Made once for a catalog and a history.
import { type NameIndex, nameIndex } from './names/name-index.ts';
import type { Combination, QuickAddContext } from './reading.ts';
import { type Suggestion, suggestionOf } from './suggestion.ts';
import { serviceThatFollows } from './who/service-that-follows.ts';
import { agree } from './who/state.ts';

export interface KnownUnit {
  readonly suggestion: Suggestion;
  /** How often it was used, and how lately; 0 is never. */
  readonly habit: number;
}

export interface Units {
  /** Different ones, newest first. */
  readonly recent: readonly Suggestion[];
  readonly all: readonly KnownUnit[];
}

const DAY_MS = 24 * 3_600_000;
/** What was not used for so long counts half. */
const HALF_LIFE_DAYS = 14;

const made = new WeakMap<readonly Combination[], { readonly index: NameIndex; units: Units }>();

export function unitsOf(context: QuickAddContext): Units {
  const index = nameIndex(context);
  const known = made.get(context.recent);
  if (known?.index === index) return known.units;
  const recent = different(
    context.recent
      .filter((used) => isThere(used, index))
      .map(({ note: _, times: __, ...unit }) => suggestionOf(unit, context)),
  );
  const habits = habitsOf(context);
  const units = {
    recent,
    all: different([...recent, ...catalogUnits(context)]).map((suggestion) => ({
      suggestion,
      habit: habits.get(keyOf(suggestion)) ?? 0,
    })),
  };
  made.set(context.recent, { index, units });
  return units;
}

/** What left the catalog, or the project's list, cannot be logged on again. */
function isThere({ clientId, projectId, serviceId }: Combination, index: NameIndex): boolean {
  const project = projectId === null ? null : index.byId('project', projectId);
  const service = serviceId === null ? null : index.byId('service', serviceId);
  if (project === undefined || service === undefined) return false;
  if (project && service && !agree(project, service)) return false;
  return project !== null || clientId === null || index.byId('client', clientId) !== undefined;
}

function catalogUnits(context: QuickAddContext): Suggestion[] {
  return [
    ...context.clients.map(({ id }) =>
      suggestionOf({ clientId: id, projectId: null, serviceId: null }, context),
    ),
    ...context.projects.map((project) => {
      const serviceId = serviceThatFollows(project, context);
      return suggestionOf(
        { clientId: project.clientId, projectId: project.id, serviceId },
        context,
      );
    }),
  ];
}

function different(units: readonly Suggestion[]): Suggestion[] {
  const known = new Map<string, Suggestion>();
  for (const unit of units) if (!known.has(keyOf(unit))) known.set(keyOf(unit), unit);
  return [...known.values()];
}

export function keyOf({ clientId, projectId, serviceId, billable }: Suggestion): string {
  return `${clientId} ${projectId} ${serviceId} ${billable}`;
}

/** Counted from the last use of any, so that the passing of time alone changes nothing. */
function habitsOf(context: QuickAddContext): ReadonlyMap<string, number> {
  const habits = new Map<string, number>();
  const last = Math.max(...context.recent.map(({ lastUsedAtMs = 0 }) => lastUsedAtMs));
  for (const [place, { note: _, times = 1, ...used }] of context.recent.entries()) {
    const key = keyOf(suggestionOf(used, context));
    const days = used.lastUsedAtMs === undefined ? place : (last - used.lastUsedAtMs) / DAY_MS;
    habits.set(key, (habits.get(key) ?? 0) + times * 2 ** (-days / HALF_LIFE_DAYS));
  }
  return habits;
}
