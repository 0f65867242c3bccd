// "weekly report for northgate": a word of some project's name comes first, a client after it. Which
// of the two is only a word of the note, nobody can know.
import { FIT } from '../names/name-index.ts';
import type { UnclearPart } from '../reading.ts';
import { withEdits } from '../with-edits.ts';
import type { Chain } from './best-chain.ts';
import { type LineOfNames, labelOf, stretch } from './questions.ts';
import { saying } from './saying.ts';
import { type Segment, segmentsAt } from './segments.ts';
import type { Slot } from './slots.ts';
import { agreeing, NOBODY } from './state.ts';

/** @returns the client, where it is another than the chain's */
export function clientInNote(slots: readonly Slot[], chain: Chain): Segment | null {
  const rival = rivalIn(chain);
  if (!rival || isSaidClearly(rival, slots)) return null;
  for (let place = rival.to; place < slots.length; place += 1) {
    const client = clientAt(slots, place);
    if (!client) continue;
    const named = client.names.map((name) => ({ named: name }));
    return agreeing(named, chain.state).length === 0 ? client : null;
  }
  return null;
}

/** @returns the only name that was said, apart from a service */
function rivalIn({ segments }: Chain): Segment | null {
  const [only = null, another] = segments.filter(({ kind }) => kind !== 'service');
  return another ? null : only;
}

/** By more than a word of a name; or at the head of the line, with the time between it and the note. */
function isSaidClearly(said: Segment, slots: readonly Slot[]): boolean {
  const isFirst = slots.slice(0, said.from).every(({ role }) => role === 'through');
  const isAtHead = isFirst && slots[said.to]?.role === 'through';
  const isLong = said.isWhole || said.to - said.from > 1;
  const isMarked = slots.some((slot) => slot.role === 'name' && slot.said !== null);
  return isAtHead || isLong || isMarked || isBegun(said, slots);
}

/** "northgate" is the first word of its client's name. */
function isBegun({ kind, from, names }: Segment, slots: readonly Slot[]): boolean {
  const slot = slots[from];
  if (kind !== 'client' || slot?.role !== 'name') return false;
  return slot.matches.some(
    ({ named, fit, at }) => fit === FIT.word && at === 0 && names.includes(named),
  );
}

/** A whole name; after "for" and "with" its first word will do. */
function clientAt(slots: readonly Slot[], place: number): Segment | null {
  // Most words of a note are no word of a client's name, though they may begin hundreds.
  if (!isWordOfClient(slots[place])) return null;
  const segments = segmentsAt(slots, place, slots.length, 'client', NOBODY).filter(
    (segment) => segment.isWhole || (slots[place - 1]?.role === 'join' && isBegun(segment, slots)),
  );
  return segments.sort((a, b) => b.points - a.points)[0] ?? null;
}

function isWordOfClient(slot: Slot | undefined): boolean {
  if (slot?.role !== 'name') return false;
  return slot.matches.some(({ named, fit }) => named.kind === 'client' && fit === FIT.word);
}

/** Whichever it is, the word of the other stays in the note. */
export function whoseNote(
  { text, words, index }: LineOfNames,
  chain: Chain,
  client: Segment,
): UnclearPart {
  const named = [rivalIn(chain) ?? client, client].flatMap(({ from, to, names }) =>
    names.slice(0, 4).map((name) => ({ name, ...stretch(words, from, to) })),
  );
  const from = Math.min(...named.map((one) => one.from));
  const to = Math.max(...named.map((one) => one.to));
  const choices = named.map(({ name, ...place }) => ({
    label: labelOf(name, index),
    text: withEdits(text, { from, to }, [{ ...place, text: saying(name, index) }]),
  }));
  const why = `Is it for ${choices[0]?.label}, or for ${choices.at(-1)?.label}?`;
  return { part: 'client', why, from, to, choices };
}
