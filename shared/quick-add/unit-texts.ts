// A client, project, service and whether it is billable, as words of a line: first as somebody would
// type them, then so that nothing else can be meant.
import type { ClientId, ProjectId, ServiceId } from '../ids.ts';
import { type NameIndex, nameIndex } from './names/name-index.ts';
import type { Named, NamedKind } from './names/named.ts';
import type { QuickAddContext } from './reading.ts';
import { isOneWord, quoted, saying } from './who/saying.ts';

export interface Unit {
  readonly clientId: ClientId | null;
  readonly projectId: ProjectId | null;
  readonly serviceId: ServiceId | null;
  readonly billable: boolean | null;
}

/**
 * Each is worth trying, the plainest first; whoever takes one reads it back, because names may be
 * anything.
 */
export function* unitTexts(unit: Unit, context: QuickAddContext): Generator<string> {
  const index = nameIndex(context);
  const client = namedBy(index, 'client', unit.clientId);
  const project = namedBy(index, 'project', unit.projectId);
  const service = namedBy(index, 'service', unit.serviceId);
  const flags = unit.billable === null ? [''] : ['', unit.billable ? '!b' : '!nb'];
  const forms: readonly (readonly [who: string, service: string])[] = [
    // With the service said, what is typed after it cannot be taken for one.
    [plainly(client, project), service ? shortly(service) : ''],
    [say(client, index, project), say(service, index)],
    [say(project, index), say(service, index)],
    [byId(project ?? client), byId(service)],
  ];
  for (const [who, said] of forms)
    for (const flag of flags)
      for (const none of service ? [''] : ['', '#-'])
        yield [who, said, none, flag].filter((text) => text !== '').join(' ');
}

function namedBy(index: NameIndex, kind: NamedKind, id: number | null): Named | undefined {
  return id === null ? undefined : index.byId(kind, id);
}

function plainly(...names: readonly (Named | undefined)[]): string {
  return names.flatMap((named) => (named ? [named.name.trim()] : [])).join(' ');
}

function shortly({ name }: Named): string {
  return `#${isOneWord(name) ? name : quoted(name)}`;
}

function say(named: Named | undefined, index: NameIndex, then?: Named): string {
  return [named, then].flatMap((one) => (one ? [saying(one, index)] : [])).join(' ');
}

function byId(named: Named | undefined): string {
  return named ? `${named.kind === 'service' ? '#' : '@'}${named.kind}=${named.of.id}` : '';
}
