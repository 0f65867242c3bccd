// Looks a typed word up among all names of a catalog: as a word of one, as its beginning, as the
// initials, or with a slip. Made once for a catalog, because it is asked at every keystroke.
import type { Client, Project, Service } from '../../books.ts';
import type { QuickAddContext } from '../reading.ts';
import { type Named, type NamedKind, spell } from './named.ts';
import { distance, slipsAllowed } from './typo.ts';

/** How well a typed word fits; more is better. Initials of two letters are worth a beginning. */
export const FIT = { slip: 1, initials: 2, beginning: 2, word: 3 } as const;

export interface Match {
  readonly named: Named;
  readonly fit: number;
  /** Which words of the name were typed: the first of them, and how many. */
  readonly at: number;
  readonly count: number;
}

interface Place {
  readonly named: Named;
  readonly at: number;
}

export interface NameIndex {
  readonly all: readonly Named[];
  /** @param words the folded words of what was typed between two spaces */
  match(words: readonly string[]): readonly Match[];
  /** Every place where a name has this very word. */
  places(word: string): readonly Place[];
  /** @param folded a whole name, folded */
  called(folded: string): readonly Named[];
  byId(kind: NamedKind, id: number): Named | undefined;
}

/** Lines are short and typed letter by letter, so nearly every word was looked up just before. */
const REMEMBERED_WORDS = 400;

type Catalog = Pick<QuickAddContext, 'clients' | 'projects' | 'services'>;

const made = new WeakMap<
  readonly Project[],
  { readonly clients: readonly Client[]; readonly services: readonly Service[]; index: NameIndex }
>();

export function nameIndex({ clients, projects, services }: Catalog): NameIndex {
  const known = made.get(projects);
  if (known && known.clients === clients && known.services === services) return known.index;
  const index = makeIndex([
    ...clients.map((of): Named => ({ kind: 'client', of, ...spell(of.name) })),
    ...projects.map((of): Named => ({ kind: 'project', of, ...spell(of.title) })),
    ...services.map((of): Named => ({ kind: 'service', of, ...spell(of.name) })),
  ]);
  made.set(projects, { clients, services, index });
  return index;
}

function makeIndex(all: readonly Named[]): NameIndex {
  const byWord = new Map<string, Place[]>();
  const byInitials = new Map<string, Named[]>();
  const byName = new Map<string, Named[]>();
  const byId = new Map(all.map((named) => [`${named.kind} ${named.of.id}`, named]));
  for (const named of all) {
    for (const [at, word] of named.words.entries()) push(byWord, word, { named, at });
    for (const initials of named.initials) push(byInitials, initials, named);
    push(byName, named.folded, named);
  }
  const vocabulary = [...byWord.keys()].sort();
  const joined = all
    .filter(({ words }) => words.length > 1)
    .sort((a, b) => (a.joined < b.joined ? -1 : a.joined > b.joined ? 1 : 0));
  const remembered = new Map<string, readonly Match[]>();

  function match(words: readonly string[]): readonly Match[] {
    const key = words.join(' ');
    const known = remembered.get(key);
    if (known) return known;
    if (remembered.size > REMEMBERED_WORDS) remembered.clear();
    const found = look(words);
    remembered.set(key, found);
    return found;
  }

  function look(words: readonly string[]): readonly Match[] {
    const [first = ''] = words;
    const best = new Map<Named, Match>();
    const add = (candidate: Match) => {
      const had = best.get(candidate.named);
      if (!had || candidate.fit > had.fit) best.set(candidate.named, candidate);
    };
    if (words.length === 1) addWord(first, add);
    else addSeveral(words, add);
    const asOne = words.join('');
    for (const named of beginningWith(joined, ({ joined: text }) => text, asOne)) {
      const isWhole = named.joined === asOne;
      if (asOne.length >= 4 || isWhole)
        add({ named, fit: isWhole ? FIT.word : FIT.beginning, at: 0, count: named.words.length });
    }
    if (best.size === 0 && words.length === 1) addSlips(first, add);
    return [...best.values()];
  }

  function addWord(word: string, add: (match: Match) => void): void {
    for (const place of byWord.get(word) ?? []) add({ ...place, fit: FIT.word, count: 1 });
    // One letter begins too much, and a figure is not the beginning of another.
    if (word.length < 2 || /^\p{N}+$/u.test(word)) return;
    for (const other of beginningWith(vocabulary, (text) => text, word))
      for (const place of byWord.get(other) ?? []) add({ ...place, fit: FIT.beginning, count: 1 });
    for (const named of byInitials.get(word) ?? [])
      add({ named, fit: FIT.initials, at: 0, count: named.words.length });
  }

  /** "e-commerce", "o'brien", "acme's": words of a name in its order, the last perhaps begun. */
  function addSeveral(words: readonly string[], add: (match: Match) => void): void {
    const [first = '', ...rest] = words;
    for (const { named, at } of byWord.get(first) ?? []) {
      const fits = rest.map((word, index) => {
        const meant = named.words[at + 1 + index];
        if (meant === word) return FIT.word;
        return index === rest.length - 1 && meant?.startsWith(word) ? FIT.beginning : 0;
      });
      const fit = Math.min(...fits);
      if (fit > 0) add({ named, fit, at, count: words.length });
    }
    if (words.length === 2 && rest[0] === 's') addWord(first, add);
    // "h&p"
    for (const named of byInitials.get(words.join('')) ?? [])
      add({ named, fit: FIT.initials, at: 0, count: named.words.length });
  }

  function addSlips(word: string, add: (match: Match) => void): void {
    const limit = slipsAllowed(word.length);
    if (limit === 0 || !/^\p{L}+$/u.test(word)) return;
    for (const other of vocabulary) {
      // The shorter of the two decides: "tern" is not a slip of "turning".
      const allowed = Math.min(limit, slipsAllowed(other.length));
      if (allowed === 0 || Math.abs(other.length - word.length) > allowed) continue;
      if (distance(word, other, allowed) > allowed) continue;
      for (const place of byWord.get(other) ?? []) add({ ...place, fit: FIT.slip, count: 1 });
    }
  }

  return {
    all,
    match,
    places: (word) => byWord.get(word) ?? [],
    called: (folded) => byName.get(folded) ?? [],
    byId: (kind, id) => byId.get(`${kind} ${id}`),
  };
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** @param sorted by the text */
function* beginningWith<Item>(
  sorted: readonly Item[],
  textOf: (item: Item) => string,
  beginning: string,
): Generator<Item> {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = sorted[middle];
    if (item !== undefined && textOf(item) < beginning) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < sorted.length; at += 1) {
    const item = sorted[at];
    if (item === undefined || !textOf(item).startsWith(beginning)) return;
    yield item;
  }
}
