// Everything in the catalog that has a name, with what is needed to recognise it.
import type { Client, Project, Service } from '../../books.ts';
import { fold, wordsOf } from '../fold.ts';

interface Spelling {
  readonly name: string;
  /** Accents and case folded, nothing else changed. */
  readonly folded: string;
  readonly words: readonly string[];
  /** "ar" for "API rebuild"; empty where there are not two words. */
  readonly initials: readonly string[];
  /** All words as one: "webapp". */
  readonly joined: string;
}

export type Named = Spelling &
  (
    | { readonly kind: 'client'; readonly of: Client }
    | { readonly kind: 'project'; readonly of: Project }
    | { readonly kind: 'service'; readonly of: Service }
  );

export type NamedKind = Named['kind'];

/** Words that join others; nobody counts them among the initials, or everybody does. */
const SMALL_WORDS = new Set(['a', 'an', 'and', 'for', 'of', 'on', 'the', 'to']);

export function spell(name: string): Spelling {
  const words = wordsOf(name);
  const large = words.filter((word) => !SMALL_WORDS.has(word));
  const initials = [words, large]
    .filter((some) => some.length > 1)
    .map((some) => some.map(([letter = '']) => letter).join(''));
  return {
    name,
    folded: fold(name).trim(),
    words,
    initials: [...new Set(initials)],
    joined: words.join(''),
  };
}
