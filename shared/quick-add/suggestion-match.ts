// How well a unit fits the words that were typed.
import type { NameIndex } from './names/name-index.ts';
import type { Named } from './names/named.ts';
import type { Suggestion } from './suggestion.ts';
import type { Question, WordInQuestion } from './words-in-question.ts';

export interface SuggestionMatcher {
  /** @returns null when not one of the words fits */
  score(unit: Suggestion): { readonly words: number; readonly fit: number } | null;
  /** Ids of the services that one of the words may mean. */
  readonly services: ReadonlySet<number>;
}

/** @returns null when no word says who the time is for */
export function matcherOf(question: Question, index: NameIndex): SuggestionMatcher | null {
  const asked = [...question.words, ...(question.begun ? [question.begun] : [])]
    .filter(({ folded }) => folded.length > 0)
    .map((word) => ({ fits: fitsOf(word, index, word === question.begun), word }))
    // What fits nothing at all is the beginning of the note.
    .filter(({ fits, word }) => fits.size > 0 || word !== question.begun);
  if (asked.length === 0) return null;
  const services = new Set<number>();
  for (const { fits } of asked)
    for (const { kind, of } of fits.keys()) if (kind === 'service') services.add(of.id);
  return {
    services,
    score(unit) {
      const names = namesOf(unit, index);
      const scores = asked.map(({ fits }) =>
        Math.max(0, ...names.map((named) => fits.get(named) ?? 0)),
      );
      const words = scores.filter((fit) => fit > 0).length;
      return words === 0 ? null : { words, fit: scores.reduce((sum, fit) => sum + fit, 0) };
    },
  };
}

function fitsOf(
  { folded, sigil }: WordInQuestion,
  index: NameIndex,
  isBegun: boolean,
): ReadonlyMap<Named, number> {
  const mayBe = ({ kind }: Named) => sigil === null || (sigil === '#') === (kind === 'service');
  const fits = new Map<Named, number>();
  for (const { named, fit } of index.match(folded)) if (mayBe(named)) fits.set(named, fit);
  const [letter = ''] = folded;
  // One letter begins too much to be read, but it orders a list well.
  if (isBegun && letter.length === 1)
    for (const named of index.all)
      if (mayBe(named) && !fits.has(named) && named.words.some((word) => word.startsWith(letter)))
        fits.set(named, 1);
  return fits;
}

function namesOf({ clientId, projectId, serviceId }: Suggestion, index: NameIndex): Named[] {
  const ids = { client: clientId, project: projectId, service: serviceId };
  return (['client', 'project', 'service'] as const).flatMap((kind) => {
    const id = ids[kind];
    const named = id === null ? undefined : index.byId(kind, id);
    return named ? [named] : [];
  });
}
