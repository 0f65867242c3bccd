// Names that were said and do not go together: a client and another's project, or two clients. They
// are asked about; which of them was the slip, nobody can know.
import { FIT, type Match } from '../names/name-index.ts';
import type { Chain } from './best-chain.ts';
import { type Segment, segmentsAt } from './segments.ts';
import { isWholeName, type Slot } from './slots.ts';
import { agreeing, NOBODY, type WhoState } from './state.ts';

/** A word beside the names that is one itself, but agrees with none of them. */
export function contradictionIn(slots: readonly Slot[], chain: Chain): Segment | null {
  const first = chain.segments[0];
  const last = chain.segments.at(-1);
  const { client, project, service } = chain.state;
  // Everything was said; whatever comes now is the note.
  if (!first || !last || (client && project && service)) return null;
  return (
    contradictionAt(slots, beside(slots, last.to, 1, chain.state), slots.length, chain.state) ??
    contradictionAt(slots, beside(slots, first.from - 1, -1, chain.state), first.from, chain.state)
  );
}

/** The next word that is neither about time nor a joining one; after a project, a sign ends it. */
function beside(slots: readonly Slot[], from: number, step: 1 | -1, state: WhoState): number {
  let place = from;
  while (slots[place]?.role === 'through' || (slots[place]?.role === 'sign' && !state.project))
    place += step;
  return place;
}

function contradictionAt(
  slots: readonly Slot[],
  place: number,
  end: number,
  state: WhoState,
): Segment | null {
  const slot = slots[place];
  if (slot?.role !== 'name' || slot.said !== null) return null;
  const kinds = (['client', 'project', 'service'] as const).filter((kind) =>
    slot.matches.some((match) => match.named.kind === kind && isClear(match, state)),
  );
  const [kind] = kinds;
  if (!kind || agreeing(slot.matches, state).length > 0) return null;
  const clear = slots.map((one, at) =>
    at === place && one.role === 'name'
      ? { ...one, matches: one.matches.filter((match) => isClear(match, state)) }
      : one,
  );
  const [best] = segmentsAt(clear, place, end, kind, NOBODY).sort((a, b) => b.points - a.points);
  return best ?? null;
}

/** Beginnings, initials and slips are words of the note when they do not fit. */
function isClear(match: Match, state: WhoState): boolean {
  if (match.fit !== FIT.word) return false;
  const { kind } = match.named;
  if (kind === 'service') return false;
  if (state[kind] !== null) return kind === 'client' && (isWholeName(match) || match.at === 0);
  return state.client !== null || state.project !== null;
}
