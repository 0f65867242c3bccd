// From the words found to ids, with everything that could be two things named.
import type { ClientId, ProjectId, ServiceId } from '../../ids.ts';
import type { Named, NamedKind } from '../names/named.ts';
import type { Span, UnclearPart } from '../reading.ts';
import type { Chain } from './best-chain.ts';
import { clientInNote, whoseNote } from './client-in-note.ts';
import { contradictionIn } from './contradictions.ts';
import { type LineOfNumbers, otherNumber } from './other-number.ts';
import { atOdds, type LineOfNames, notFound, stretch, unusable, whichOf } from './questions.ts';
import { type Segment, segmentsAt } from './segments.ts';
import { serviceThatFollows } from './service-that-follows.ts';
import { agree, NOBODY, narrowed, type WhoState } from './state.ts';

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

const NO_ONE: Chain = { score: 0, segments: [], state: NOBODY, unexplained: [] };

/** @param isServiceNone "#-" was said */
export function settleWho(
  line: LineOfNumbers,
  found: Chain | null,
  isServiceNone: boolean,
): SettledWho {
  const chain = found ?? NO_ONE;
  const unclear: UnclearPart[] = [];
  const open = new Set<NamedKind>();

  for (const segment of chain.segments) {
    if (isUnusable(segment, chain.state)) {
      open.add('service');
      unclear.push(unusable(line, chain.state, segment));
    }
    const names = chain.state[segment.kind] ?? [];
    const others = otherwise(line, chain, segment);
    const isCovered = segment.kind === 'client' && chain.state.project !== null;
    if ((names.length < 2 || isCovered) && others.length === 0) continue;
    open.add(segment.kind);
    for (const { kind } of others) open.add(kind);
    unclear.push(whichOf(line, segment, [...names, ...others]));
  }
  for (const segment of chain.segments) {
    const question = otherNumber(line, segment);
    if (!question || open.has(segment.kind)) continue;
    open.add('client').add('project').add('service');
    unclear.push(question);
  }
  const beside = chain.unexplained.length > 0 ? null : contradictionIn(line.slots, chain);
  const inNote = beside ? null : clientInNote(line.slots, chain);
  const contradiction = beside ?? inNote;
  if (contradiction) open.add('client').add('project').add('service');
  if (beside) unclear.push(atOdds(line, chain, beside));
  if (inNote) unclear.push(whoseNote(line, chain, inNote));
  for (const place of chain.unexplained) {
    const slot = line.slots[place];
    const isService = slot?.role === 'name' && slot.said === '#';
    if (isService) open.add('service');
    else if (slot?.role === 'name' && slot.matches.length > 0)
      open.add('client').add('project').add('service');
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
function otherwise({ slots }: LineOfNames, chain: Chain, segment: Segment): readonly Named[] {
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

/** Said, but not used on the project. */
function isUnusable({ kind, names }: Segment, { project }: WhoState): boolean {
  const [service] = names;
  if (kind !== 'service' || !service || !project) return false;
  return !project.some((one) => agree(one, service));
}
