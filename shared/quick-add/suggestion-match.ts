// How well a unit fits the words that were typed.
import type { ServiceId } from '../ids.ts';
import type { NameIndex } from './names/name-index.ts';
import type { Named } from './names/named.ts';
import type { Suggestion } from './suggestion.ts';
import type { Question, WordInQuestion } from './words-in-question.ts';

export interface SuggestionMatcher {
  /** @returns null when not one of the words fits */
  score(unit: Suggestion): { readonly words: number; readonly fit: number } | null;
  /** Ids of the services that one of the words may mean. */
  readonly services: ReadonlySet<ServiceId>;
}

/** How well each client, project and service fits one word, by id. */
interface Fits {
  readonly client: Map<number, number>;
  readonly project: Map<number, number>;
  readonly service: Map<ServiceId, number>;
}

/** @returns null when no word says who the time is for */
export function matcherOf(question: Question, index: NameIndex): SuggestionMatcher | null {
  const begun = question.begun === null ? null : fitsOf(question.begun, index, true);
  const asked = question.words
    .filter(({ folded }) => folded.length > 0)
    .map((word) => fitsOf(word, index, false));
  // What fits nothing at all is the beginning of the note.
  if (begun && begun.client.size + begun.project.size + begun.service.size > 0) asked.push(begun);
  if (asked.length === 0) return null;
  return {
    services: new Set(asked.flatMap(({ service }) => [...service.keys()])),
    score({ clientId, projectId, serviceId }) {
      let words = 0;
      let total = 0;
      for (const { client, project, service } of asked) {
        const fit = Math.max(
          clientId === null ? 0 : (client.get(clientId) ?? 0),
          projectId === null ? 0 : (project.get(projectId) ?? 0),
          serviceId === null ? 0 : (service.get(serviceId) ?? 0),
        );
        if (fit > 0) words += 1;
        total += fit;
      }
      return words === 0 ? null : { words, fit: total };
    },
  };
}

function fitsOf({ folded, sigil }: WordInQuestion, index: NameIndex, isBegun: boolean): Fits {
  const fits: Fits = { client: new Map(), project: new Map(), service: new Map() };
  const add = (named: Named, fit: number) => {
    if (sigil !== null && (sigil === '#') !== (named.kind === 'service')) return;
    if (named.kind === 'service') fits.service.set(named.of.id, fit);
    else fits[named.kind].set(named.of.id, fit);
  };
  const [letter = ''] = folded;
  // One letter begins too much to be read, but it orders a list well.
  if (isBegun && letter.length === 1)
    for (const named of index.all)
      if (named.words.some((word) => word.startsWith(letter))) add(named, 1);
  for (const { named, fit } of index.match(folded)) add(named, fit);
  return fits;
}
