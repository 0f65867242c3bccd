// What a typed line means. This is the whole of it: text, catalog, history and now in, reading out.
// It runs at every keystroke in the page, and again where the line is saved.
import { NOTE_LENGTH } from '../note-length.ts';
import { billableOf, flagOf } from './flags.ts';
import { isNoService, type Line, lineOf } from './line.ts';
import { noteOf, type Use } from './note.ts';
import type { QuickAddContext, Reading, Span, UnclearPart } from './reading.ts';
import { pickTimes } from './time/pick-times.ts';
import { settleTimes } from './time/settle-times.ts';
import { instantText } from './time/time-words.ts';
import { placed, type Surroundings } from './time/zones.ts';
import { timeOrName } from './time-or-name.ts';
import { type SettledWho, settleWho } from './who/settle-who.ts';

/**
 * Never throws, whatever the text. A part nobody named, and that follows from nothing, is null;
 * what is in doubt is in `unclear`. tests/unit/shared/quick-add/phrases says what is meant by what.
 */
export function readQuickAdd(text: string, context: QuickAddContext): Reading {
  return readingOf(lineOf(text, context));
}

export function readingOf(line: Line): Reading {
  const { text, context, words } = line;
  const noService = words.filter(isNoService);
  const who = settleWho(line, line.who, noService.length > 0);
  const named = placesNamed(line, who);
  const picked = pickTimes(placed(line.finds, words, surroundingsOf(line, named)));
  const times = settleTimes(text, picked, line.today);
  const flags = billableOf(text, words);
  const used = inOrder([...times.spans, ...flags.spans, ...noService.map(asServiceSpan)]);
  const note = noteOf(text, words, usesOf(line, named, used));
  const service = context.services.find(({ id }) => id === who.serviceId);
  const follows = who.isInternal ? false : (service?.billable ?? null);
  return {
    durationSeconds: times.durationSeconds,
    startedAt: times.startedAtMs === null ? null : instantText(times.startedAtMs),
    day: times.day,
    clientId: who.clientId,
    projectId: who.projectId,
    serviceId: who.serviceId,
    billable: flags.value ?? follows,
    note: note.text,
    spans: inOrder([...used, ...who.spans, ...note.spans]),
    unclear: [
      ...who.unclear,
      ...times.unclear,
      ...timeOrName(line, picked),
      ...flags.unclear,
      ...tooLong(note),
    ],
  };
}

/** Places of the words that say who the time is for, understood or asked about. */
function placesNamed({ who }: Line, { segments }: SettledWho): ReadonlySet<number> {
  const places = new Set(who?.unexplained);
  for (const { from, to } of segments) for (let at = from; at < to; at += 1) places.add(at);
  return places;
}

function surroundingsOf({ slots }: Line, named: ReadonlySet<number>): Surroundings[] {
  return slots.map(({ role }, place) => {
    if (named.has(place)) return 'who';
    return role === 'solid' || role === 'name' ? 'solid' : 'through';
  });
}

/** @param used in the order of the line */
function usesOf({ words, slots }: Line, named: ReadonlySet<number>, used: readonly Span[]): Use[] {
  let next = 0;
  return words.map((word, place): Use => {
    while ((used[next]?.to ?? word.to) <= word.from) next += 1;
    if (named.has(place)) return 'who';
    if ((used[next]?.from ?? word.to) <= word.from) return 'used';
    return slots[place]?.role === 'join' && flagOf(word) === null ? 'join' : 'left';
  });
}

function inOrder(spans: Span[]): readonly Span[] {
  return spans.sort((a, b) => a.from - b.from);
}

function asServiceSpan({ from, to }: { readonly from: number; readonly to: number }): Span {
  return { from, to, part: 'service' };
}

function tooLong({ text, spans }: { text: string | null; spans: readonly Span[] }): UnclearPart[] {
  if (text === null || text.length <= NOTE_LENGTH) return [];
  const from = spans[0]?.from ?? 0;
  const to = spans.at(-1)?.to ?? 0;
  const why = `A note can have ${NOTE_LENGTH} characters; this one has ${text.length}.`;
  return [{ part: 'note', why, from, to, choices: [] }];
}
