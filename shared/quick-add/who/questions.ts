// What is asked about who the time is for, and the answers there are.

import { isUsableOn } from '../../usable-on.ts';
import type { NameIndex } from '../names/name-index.ts';
import type { Named } from '../names/named.ts';
import type { QuickAddContext, UnclearPart } from '../reading.ts';
import type { Word } from '../words.ts';
import type { Chain } from './best-chain.ts';
import { likeliestFirst } from './order-choices.ts';
import { quoted, saying } from './saying.ts';
import type { Segment } from './segments.ts';
import type { Slot } from './slots.ts';
import { agree, type WhoState } from './state.ts';

export interface LineOfNames {
  readonly text: string;
  readonly words: readonly Word[];
  readonly slots: readonly Slot[];
  readonly index: NameIndex;
  readonly context: QuickAddContext;
}

export function whichOf(
  line: LineOfNames,
  { kind, from, to }: Segment,
  names: readonly Named[],
): UnclearPart {
  const place = stretch(line.words, from, to);
  const said = line.text.slice(place.from, place.to);
  return {
    part: kind,
    why: `“${said}” fits ${names.length === 2 ? 'two' : `${names.length}`} names.`,
    ...place,
    choices: likeliestFirst(names, line.context.recent).map((named) => choiceOf(line, named)),
  };
}

function choiceOf({ index }: LineOfNames, named: Named): UnclearPart['choices'][number] {
  return { label: labelOf(named, index), text: saying(named, index) };
}

export function labelOf(named: Named, index: NameIndex): string {
  if (named.kind !== 'project' || named.of.clientId === null) return named.name;
  const client = index.byId('client', named.of.clientId);
  return client ? `${client.name} · ${named.name}` : named.name;
}

export function unusable(line: LineOfNames, { project }: WhoState, segment: Segment): UnclearPart {
  const { text, words, index, context } = line;
  const here = stretch(words, segment.from, segment.to);
  const said = text.slice(here.from, here.to);
  const usable = index.all.filter(
    (named) => named.kind === 'service' && project?.some((one) => agree(one, named)),
  );
  const service = segment.names[0]?.name ?? said;
  return {
    part: 'service',
    why: `${service} is not used on ${project?.[0]?.name ?? 'that project'}.`,
    ...here,
    choices: [
      ...likeliestFirst(usable, context.recent).map((named) => choiceOf(line, named)),
      { label: 'Part of the note', text: quoted(said.replace(/^#/, '')) },
    ],
  };
}

export function atOdds(line: LineOfNames, chain: Chain, other: Segment): UnclearPart {
  const { text, words, index } = line;
  const here = stretch(words, other.from, other.to);
  const said = text.slice(here.from, here.to);
  const rival = chain.segments.find(({ kind }) => kind === 'client' || kind === 'project');
  const there = rival ? stretch(words, rival.from, rival.to) : here;
  const from = Math.min(here.from, there.from);
  const to = Math.max(here.to, there.to);
  const between = text.slice(Math.min(here.to, there.to), Math.max(here.from, there.from)).trim();
  const instead = (named: Named) => ({
    label: labelOf(named, index),
    text: [saying(named, index), between].filter((part) => part !== '').join(' '),
  });
  return {
    part: other.kind,
    why: `${other.names[0]?.name ?? said} does not belong to ${rival?.names[0]?.name ?? 'the rest'}.`,
    from,
    to,
    choices: [...(rival?.names ?? []), ...other.names].slice(0, 6).map(instead),
  };
}

export function notFound(line: LineOfNames, state: WhoState, place: number): UnclearPart {
  const { words, slots, index, context, text } = line;
  const slot = slots[place];
  const isService = slot?.role === 'name' && slot.said === '#';
  const matches = slot?.role === 'name' ? slot.matches.map(({ named }) => named) : [];
  const word = stretch(words, place, place + 1);
  const said = text.slice(word.from + 1, word.to);
  const project = state.project?.length === 1 ? state.project[0] : undefined;
  const nearby = index.all.filter((named) => {
    if (!isService) return named.kind !== 'service' && isRecent(named, context);
    if (named.kind !== 'service') return false;
    return project?.kind !== 'project' || isUsableOn(named.of, project.of);
  });
  const kinds = isService ? 'service' : 'client or project';
  const why =
    said === ''
      ? `Which ${kinds}?`
      : matches.length > 0
        ? `“${said}” does not go with the rest.`
        : `No ${kinds} is called “${said}”.`;
  const offered = matches.length > 0 && !isService ? matches : nearby;
  return {
    part: isService ? 'service' : (matches[0]?.kind ?? 'project'),
    why,
    ...word,
    choices: likeliestFirst(offered, context.recent).map((named) => choiceOf(line, named)),
  };
}

function isRecent(named: Named, { recent }: QuickAddContext): boolean {
  return recent.some(
    ({ clientId, projectId }) => named.of.id === (named.kind === 'client' ? clientId : projectId),
  );
}

export function stretch(words: readonly Word[], from: number, to: number) {
  return { from: words[from]?.from ?? 0, to: words[to - 1]?.to ?? 0 };
}
