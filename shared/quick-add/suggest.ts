// Which combinations the words typed so far may mean, the likeliest first.

import { isUsableOn } from '../usable-on.ts';
import { lineOf } from './line.ts';
import { nameIndex } from './names/name-index.ts';
import type { QuickAddContext } from './reading.ts';
import { type Suggestion, suggestionOf } from './suggestion.ts';
import { matcherOf, type SuggestionMatcher } from './suggestion-match.ts';
import { type KnownUnit, keyOf, unitsOf } from './units.ts';
import { questionOf } from './words-in-question.ts';

const FOR_AN_EMPTY_LINE = 5;
const MOST = 8;

/**
 * Units whose names have the words typed so far. The best match first, among equals what was used
 * lately and often. Without such words, the last five different combinations.
 */
export function suggest(text: string, context: QuickAddContext): readonly Suggestion[] {
  const question = questionOf(lineOf(text, context));
  const { recent, all } = unitsOf(context);
  const matcher = matcherOf(question, nameIndex(context));
  if (matcher === null) return recent.slice(0, FOR_AN_EMPTY_LINE);
  const fitting = likeliest(all, matcher);
  const known = new Set(fitting.map(({ suggestion }) => keyOf(suggestion)));
  const others = withTypedServices(fitting, matcher, context).filter(
    ({ suggestion }) => !known.has(keyOf(suggestion)),
  );
  return likeliest([...fitting, ...others], matcher)
    .slice(0, MOST)
    .map(({ suggestion }) => suggestion);
}

/** Those with the most of the words, in order. */
function likeliest(units: readonly KnownUnit[], matcher: SuggestionMatcher): readonly KnownUnit[] {
  let most = 1;
  const scored: { unit: KnownUnit; fit: number; words: number; place: number }[] = [];
  for (const [place, unit] of units.entries()) {
    const score = matcher.score(unit.suggestion);
    if (!score || score.words < most) continue;
    most = score.words;
    scored.push({ unit, place, ...score });
  }
  return scored
    .filter(({ words }) => words === most)
    .sort((a, b) => b.fit - a.fit || b.unit.habit - a.unit.habit || a.place - b.place)
    .map(({ unit }) => unit);
}

/** The same projects with a service that was typed, and the service alone. */
function withTypedServices(
  fitting: readonly KnownUnit[],
  { services: typed }: SuggestionMatcher,
  context: QuickAddContext,
): readonly KnownUnit[] {
  const index = nameIndex(context);
  const ids = [...typed].slice(0, MOST);
  const never = (unit: Parameters<typeof suggestionOf>[0]): KnownUnit => ({
    suggestion: suggestionOf(unit, context),
    habit: 0,
  });
  const alone = ids.map((serviceId) => never({ clientId: null, projectId: null, serviceId }));
  const added = fitting.slice(0, 4 * MOST).flatMap(({ suggestion }) => {
    const { clientId, projectId } = suggestion;
    const project = projectId === null ? null : index.byId('project', projectId);
    return ids
      .filter((id) => project?.kind !== 'project' || isUsableOn({ id }, project.of))
      .map((serviceId) => never({ clientId, projectId, serviceId }));
  });
  return [...added, ...alone];
}
