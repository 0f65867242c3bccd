// From the words found to ids, with everything that could be two things named.
import type { ClientId, ProjectId, ServiceId } from '../../ids.ts';
import type { NameIndex } from '../names/name-index.ts';
import type { Named, NamedKind } from '../names/named.ts';
import type { QuickAddContext, Span, UnclearPart } from '../reading.ts';
import type { Word } from '../words.ts';
import { type Chain, type Segment, segmentsAt } from './best-chain.ts';
import { contradictionIn } from './contradictions.ts';
import { likeliestFirst } from './order-choices.ts';
import { quoted, saying } from './saying.ts';
import { serviceThatFollows } from './service-that-follows.ts';
import type { Slot } from './slots.ts';
import { isUsableOn, NOBODY, narrowed, type WhoState } from './state.ts';

export interface SettledWho {
  readonly clientId: ClientId | null;
  readonly projectId: ProjectId | null;
  readonly serviceId: ServiceId | null;
  readonly isInternal: boolean;
  /** Places of words, from ≤ place < to. */
  readonly segments: readonly Segment[];
  readonly spans: readonly Span[];
  readonly unclear: readonly UnclearPart[];
}

interface Line {
  readonly text: string;
  readonly words: readonly Word[];
  readonly slots: readonly Slot[];
  readonly index: NameIndex;
  readonly context: QuickAddContext;
}

const NO_ONE: Chain = { score: 0, segments: [], state: NOBODY, unexplained: [] };

/** @param isServiceNone "#-" was said */
export function settleWho(line: Line, found: Chain | null, isServiceNone: boolean): SettledWho {
  const chain = found ?? NO_ONE;
  const unclear: UnclearPart[] = [];
  const open = new Set<NamedKind>();

  for (const segment of chain.segments) {
    const names = chain.state[segment.kind] ?? [];
    const others = otherwise(line, chain, segment);
    const isCovered = segment.kind === 'client' && chain.state.project !== null;
    if ((names.length < 2 || isCovered) && others.length === 0) continue;
    open.add(segment.kind);
    for (const { kind } of others) open.add(kind);
    unclear.push(whichOf(line, segment, [...names, ...others]));
  }
  const contradiction = chain.unexplained.length > 0 ? null : contradictionIn(line.slots, chain);
  if (contradiction) {
    if (contradiction.kind !== 'service') open.add('client').add('project');
    open.add('service');
    unclear.push(atOdds(line, chain, contradiction));
  }
  for (const place of chain.unexplained) {
    const slot = line.slots[place];
    const isService = slot?.role === 'name' && slot.said === '#';
    open.add('service');
    if (!isService && slot?.role === 'name' && slot.matches.length > 0)
      open.add('client').add('project');
    unclear.push(notFound(line, chain.state, place));
  }

  const project = only(chain.state.project, 'project', open);
  const client = only(chain.state.client, 'client', open);
  const service = only(chain.state.service, 'service', open);
  const isSettled = !open.has('service') && !isServiceNone && chain.state.service === null;
  const segments = contradiction ? [...chain.segments, contradiction] : chain.segments;
  return {
    clientId: project ? project.of.clientId : (client?.of.id ?? null),
    projectId: project?.of.id ?? null,
    serviceId:
      service?.of.id ??
      (project && isSettled ? serviceThatFollows(project.of, line.context) : null),
    isInternal: project?.of.internal === true,
    segments,
    spans: segments.map(({ kind, from, to }) => ({ ...stretch(line.words, from, to), part: kind })),
    unclear,
  };
}

function only<Kind extends NamedKind>(
  names: readonly Named[] | null,
  kind: Kind,
  open: ReadonlySet<NamedKind>,
): Extract<Named, { kind: Kind }> | null {
  const [one, another] = names ?? [];
  if (!one || another || open.has(kind)) return null;
  return isOf(one, kind) ? one : null;
}

function isOf<Kind extends NamedKind>(
  named: Named,
  kind: Kind,
): named is Extract<Named, { kind: Kind }> {
  return named.kind === kind;
}

/** What the same words are just as well as another kind: a service and a project of one name. */
function otherwise({ slots }: Line, chain: Chain, segment: Segment): readonly Named[] {
  const rest = chain.segments.filter((other) => other !== segment);
  const state = rest.reduce<WhoState>((so, { kind, names }) => narrowed(so, kind, names), NOBODY);
  return (['client', 'project', 'service'] as const)
    .filter((kind) => kind !== segment.kind && state[kind] === null)
    .flatMap((kind) => segmentsAt(slots, segment.from, segment.to, kind, state))
    .filter(({ to, points }) => to === segment.to && points === segment.points)
    .flatMap(({ names }) => names)
    .filter((other) => !segment.names.some((name) => isPartOf(other, name)));
}

/** "acme" is the client, although a project of that client has the word in its title too. */
function isPartOf(other: Named, name: Named): boolean {
  return other.kind === 'project' && name.kind === 'client' && other.of.clientId === name.of.id;
}

function whichOf(line: Line, { kind, from, to }: Segment, names: readonly Named[]): UnclearPart {
  const place = stretch(line.words, from, to);
  const said = line.text.slice(place.from, place.to);
  return {
    part: kind,
    why: `“${said}” fits ${names.length === 2 ? 'two' : `${names.length}`} names.`,
    ...place,
    choices: likeliestFirst(names, line.context.recent).map((named) => choiceOf(line, named)),
  };
}

function choiceOf({ index, context }: Line, named: Named): UnclearPart['choices'][number] {
  return { label: labelOf(named, context), text: saying(named, index) };
}

function labelOf(named: Named, { clients }: QuickAddContext): string {
  if (named.kind !== 'project') return named.name;
  const client = clients.find(({ id }) => id === named.of.clientId);
  return client ? `${client.name} · ${named.name}` : named.name;
}

function atOdds(line: Line, chain: Chain, other: Segment): UnclearPart {
  const { text, words, index, context } = line;
  const here = stretch(words, other.from, other.to);
  const said = text.slice(here.from, here.to);
  const note = { label: `“${said}” is part of the note`, text: quoted(said) };
  const project = chain.state.project?.[0];
  if (other.kind === 'service' && project?.kind === 'project') {
    const usable = index.all.filter(
      (one) => one.kind === 'service' && isUsableOn(one.of, project.of),
    );
    return {
      part: 'service',
      why: `${other.names[0]?.name ?? said} is not used on ${project.name}.`,
      ...here,
      choices: [
        ...likeliestFirst(usable, context.recent).map((named) => choiceOf(line, named)),
        note,
      ],
    };
  }
  const rival = chain.segments.find(({ kind }) => kind === 'client' || kind === 'project');
  const there = rival ? stretch(words, rival.from, rival.to) : here;
  const from = Math.min(here.from, there.from);
  const to = Math.max(here.to, there.to);
  const between = text.slice(Math.min(here.to, there.to), Math.max(here.from, there.from)).trim();
  const instead = (named: Named) => ({
    label: labelOf(named, context),
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

function notFound(line: Line, state: WhoState, place: number): UnclearPart {
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

function stretch(words: readonly Word[], from: number, to: number) {
  return { from: words[from]?.from ?? 0, to: words[to - 1]?.to ?? 0 };
}
