// Names written so that nothing else can be meant.
import { fold } from '../fold.ts';
import type { NameIndex } from '../names/name-index.ts';
import type { Named } from '../names/named.ts';

/** `@"API rebuild"`, `#"Design"`; with its client where two projects share a title; by id at worst. */
export function saying(named: Named, index: NameIndex): string {
  const sigil = named.kind === 'service' ? '#' : '@';
  const namesakes = called(named, index);
  if (namesakes.length === 1 && named.folded !== '') return `${sigil}${quoted(named.name)}`;
  if (named.kind === 'project' && named.folded !== '') {
    const { clientId } = named.of;
    const client = clientId === null ? undefined : index.byId('client', clientId);
    const isAlone =
      namesakes.every(({ kind }) => kind === 'project') &&
      namesakes.filter(
        (other) => other.kind === 'project' && other.of.clientId === named.of.clientId,
      ).length === 1;
    if (client && client.folded !== '' && isAlone && called(client, index).length === 1)
      return `@${quoted(client.name)} @${quoted(named.name)}`;
  }
  return `${sigil}${named.kind}=${named.of.id}`;
}

function called(named: Named, index: NameIndex): readonly Named[] {
  const isService = named.kind === 'service';
  return index.called(named.folded).filter(({ kind }) => (kind === 'service') === isService);
}

/** As the line understands quotes: one within is doubled. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** Whether a name can be said without quotes. */
export function isOneWord(name: string): boolean {
  return /^[\p{L}\p{N}]+$/u.test(name) && fold(name) !== '';
}
