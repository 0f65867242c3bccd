// Which combinations the words typed so far may mean, the likeliest first.
import { lineOf } from './line.ts';
import { nameIndex } from './names/name-index.ts';
import type { Combination, QuickAddContext } from './reading.ts';
import { type Suggestion, suggestionOf } from './suggestion.ts';
import { matcherOf } from './suggestion-match.ts';
import { serviceThatFollows } from './who/service-that-follows.ts';
import { isUsableOn } from './who/state.ts';
import { questionOf } from './words-in-question.ts';

const FOR_AN_EMPTY_LINE = 5;
const MOST = 8;

/**
 * Units whose names have the words typed so far. The best match first, among equals what was used
 * lately and often. Without such words, the last five different combinations.
 */
export function suggest(text: string, context: QuickAddContext): readonly Suggestion[] {
  const question = questionOf(lineOf(text, context));
  const recent = recentUnits(context);
  const matcher = matcherOf(question, nameIndex(context));
  if (matcher === null) return recent.slice(0, FOR_AN_EMPTY_LINE);
  const scored = different([...recent, ...catalogUnits(context, matcher.services)]).flatMap(
    (unit, place) => {
      const score = matcher.score(unit);
      return score === null ? [] : [{ unit, place, score }];
    },
  );
  const most = Math.max(0, ...scored.map(({ score }) => score.words));
  const habits = habitsOf(context);
  return scored
    .filter(({ score }) => score.words === most)
    .map((one) => ({ ...one, habit: habits.get(keyOf(one.unit)) ?? 0 }))
    .sort((a, b) => b.score.fit - a.score.fit || b.habit - a.habit || a.place - b.place)
    .slice(0, MOST)
    .map(({ unit }) => unit);
}

function recentUnits(context: QuickAddContext): Suggestion[] {
  const index = nameIndex(context);
  // What left the catalog cannot be logged on again.
  const isThere = ({ clientId, projectId, serviceId }: Combination) =>
    (projectId === null || index.byId('project', projectId) !== undefined) &&
    (serviceId === null || index.byId('service', serviceId) !== undefined) &&
    (clientId === null || projectId !== null || index.byId('client', clientId) !== undefined);
  return different(
    context.recent
      .filter(isThere)
      .map(({ note: _, times: __, ...unit }) => suggestionOf(unit, context)),
  );
}

/** Every client, and every project with the service that follows or the ones that were typed. */
function catalogUnits(context: QuickAddContext, typed: ReadonlySet<number>): Suggestion[] {
  const units: Suggestion[] = context.clients.map(({ id }) =>
    suggestionOf({ clientId: id, projectId: null, serviceId: null }, context),
  );
  for (const project of context.projects) {
    const of = { clientId: project.clientId, projectId: project.id };
    const serviceId = serviceThatFollows(project, context);
    units.push(suggestionOf({ ...of, serviceId }, context));
    for (const service of context.services)
      if (typed.has(service.id) && service.id !== serviceId && isUsableOn(service, project))
        units.push(suggestionOf({ ...of, serviceId: service.id }, context));
  }
  for (const { id } of context.services)
    if (typed.has(id))
      units.push(suggestionOf({ clientId: null, projectId: null, serviceId: id }, context));
  return units;
}

function different(units: readonly Suggestion[]): Suggestion[] {
  const known = new Map<string, Suggestion>();
  for (const unit of units) if (!known.has(keyOf(unit))) known.set(keyOf(unit), unit);
  return [...known.values()];
}

function keyOf({ clientId, projectId, serviceId, billable }: Suggestion): string {
  return `${clientId} ${projectId} ${serviceId} ${billable}`;
}

const DAY_MS = 24 * 3_600_000;
/** What was not used for so long counts half. */
const HALF_LIFE_DAYS = 14;

/** How much each combination is a habit: how often it was used, and how lately. */
function habitsOf(context: QuickAddContext): ReadonlyMap<string, number> {
  const habits = new Map<string, number>();
  for (const [place, { note: _, times = 1, ...used }] of context.recent.entries()) {
    const key = keyOf(suggestionOf(used, context));
    const days =
      used.lastUsedAtMs === undefined ? place : (context.nowMs - used.lastUsedAtMs) / DAY_MS;
    const habit = times * 2 ** (-Math.max(days, 0) / HALF_LIFE_DAYS);
    habits.set(key, (habits.get(key) ?? 0) + habit);
  }
  return habits;
}
