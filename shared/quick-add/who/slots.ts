// The words of a line as the search for client, project and service sees them.
import { fold, wordsOf } from '../fold.ts';
import type { Match, NameIndex } from '../names/name-index.ts';
import { FIT } from '../names/name-index.ts';
import type { Word } from '../words.ts';

export type Slot =
  /** Time and flags stand between words without parting them. */
  | { readonly role: 'through' }
  /** ":" and "-": after a project the note begins. */
  | { readonly role: 'sign'; readonly isAnd: boolean }
  /** "for", "with": joins who-for words, or belongs to the note. */
  | { readonly role: 'join'; readonly matches: readonly Match[]; readonly isAnd: boolean }
  /** Nothing that could be a name. */
  | { readonly role: 'solid' }
  | {
      readonly role: 'name';
      readonly said: '@' | '#' | null;
      readonly matches: readonly Match[];
      readonly typed: string;
    };

/** "Harbour and Pine" is also called "Harbour & Pine". */
const AND = new Set(['&', '+', 'and']);

const JOINING = new Set(['for', 'with', 'on', 'at', 'in', 'to', 'of', 'the', 're', 'and']);

/** Too common in notes to be the beginning or the initials of anything, unless "@" says so. */
const COMMON = new Set(
  (
    'a am an and as at be but by can did do for from get go had has he her him his how i if in is it ' +
    'its just let made me my no not of off on or our out per she so that the their then they this to ' +
    'too up us via was we were what when who will with you your add all any call done fix fixed fixes ' +
    'more new some'
  ).split(' '),
);

/** Who the time is for is said early; a long note is not searched to its end. */
const WORDS_LOOKED_UP = 60;
const SIGILS_LOOKED_UP = 6;

/** @param isThrough whether a word is about time, or a flag */
export function slotsOf(
  words: readonly Word[],
  isThrough: (at: number) => boolean,
  index: NameIndex,
): Slot[] {
  let lookedUp = 0;
  let sigils = 0;
  return words.map((word, at): Slot => {
    if (isThrough(at)) return { role: 'through' };
    if (word.sigil) {
      sigils += 1;
      return sigils > SIGILS_LOOKED_UP ? { role: 'solid' } : saidSlot(word, index);
    }
    if (word.kind === 'sign') return { role: 'sign', isAnd: AND.has(word.text) };
    if (word.kind === 'quoted') return { role: 'solid' };
    const typed = wordsOf(word.text);
    const [first = ''] = typed;
    lookedUp += 1;
    if (first === '' || lookedUp > WORDS_LOOKED_UP) return { role: 'solid' };
    const isCommon = typed.length === 1 && COMMON.has(first);
    const matches = index
      .match(typed)
      .filter((match) => (!isCommon || match.fit === FIT.word) && isEnough(match, first));
    if (typed.length === 1 && JOINING.has(first) && !matches.some(isWholeName))
      return { role: 'join', matches, isAnd: AND.has(first) };
    if (matches.length === 0) return { role: 'solid' };
    return { role: 'name', said: null, matches, typed: typed.join(' ') };
  });
}

/** Two letters do not begin a service: they are words like "PR". */
function isEnough({ named, fit }: Match, typed: string): boolean {
  if (fit !== FIT.beginning || typed.length > 2 || named.kind !== 'service') return true;
  return named.initials.includes(typed);
}

export function isWholeName({ named, fit, count }: Match): boolean {
  return fit === FIT.word && count === named.words.length;
}

const BY_ID = /^(client|project|service)=(\d+)$/;

/** "@" means a client or a project, "#" a service; quoted, the whole name and nothing like it. */
function saidSlot(word: Word, index: NameIndex): Slot {
  const said = word.sigil;
  const typed = wordsOf(word.text);
  const mayBe = ({ named }: Match) => (said === '#') === (named.kind === 'service');
  const byId = word.kind === 'word' ? BY_ID.exec(word.text) : null;
  const found = byId
    ? index.all.filter(({ kind, of }) => kind === byId[1] && String(of.id) === byId[2]).map(whole)
    : word.kind === 'quoted'
      ? exactly(word.text, index).map(whole)
      : typed.length > 0
        ? index.match(typed)
        : [];
  const matches = found.filter(mayBe);
  // The number of a ticket.
  if (said === '#' && matches.length === 0 && /^\d+$/.test(word.text)) return { role: 'solid' };
  return { role: 'name', said, matches, typed: typed.join(' ') };
}

function whole(named: Match['named']): Match {
  return { named, fit: FIT.word, at: 0, count: Math.max(named.words.length, 1) };
}

/** Two names may differ in case or accents alone. */
function exactly(name: string, index: NameIndex): readonly Match['named'][] {
  const folded = index.called(fold(name).trim());
  const same = folded.filter((named) => named.name.trim() === name.trim());
  return same.length > 0 ? same : folded;
}
