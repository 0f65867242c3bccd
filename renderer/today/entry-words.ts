// A logged entry in the words a person knows it by.
import type { Catalog } from '../../shared/books.ts';
import type { FieldReasons } from '../../shared/errors.ts';
import type { LoggedEntry, Work } from '../../shared/snapshot.ts';

/**
 * The project, else the client; archived ones are no longer in the catalog.
 * @param isRead false while the catalog was never read, and nothing can be said about archives
 */
export function entryTitle(
  work: Pick<Work, 'projectId' | 'clientId'>,
  catalog: Catalog,
  isRead: boolean,
): string {
  const project = catalog.projects.find(({ id }) => id === work.projectId);
  if (project) return project.title;
  const client = catalog.clients.find(({ id }) => id === work.clientId);
  if (client) return client.name;
  if (work.projectId !== null) return isRead ? 'Archived project' : 'A project';
  if (work.clientId !== null) return isRead ? 'Archived client' : 'A client';
  return 'No project';
}

/** Service and note, where there are any. */
export function entryDetails(entry: LoggedEntry, catalog: Catalog): readonly string[] {
  const service = catalog.services.find(({ id }) => id === entry.serviceId);
  return [service?.name, entry.note.trim()].filter((text): text is string => Boolean(text));
}

/** Null for what FreshBooks has and nobody has billed: nothing needs saying. */
export function entryStateWords(entry: LoggedEntry): string | null {
  const { state, pending } = entry;
  switch (state) {
    case 'saved':
      return entry.billed ? 'billed' : null;
    case 'waiting':
      return { add: 'waiting to send', change: 'change waiting to send', delete: 'to be deleted' }[
        pending ?? 'add'
      ];
    case 'sending':
      return pending === 'delete' ? 'deleting' : 'sending';
    case 'unsure':
      return 'unsure – checking';
    case 'conflict':
      return entry.theirs === 'deleted' ? 'deleted elsewhere' : 'changed elsewhere';
    case 'refused':
      return `${REFUSED_WORDS[pending ?? 'add']}: ${refusalWords(entry.refusal)}`;
  }
}

const REFUSED_WORDS = {
  add: 'refused',
  change: 'change refused',
  delete: 'deletion refused',
} as const;

function refusalWords(refusal: FieldReasons | null): string {
  const reasons = Object.entries(refusal ?? {}).map(([field, reason]) =>
    field === '__root__' ? reason : `${field.replace(/_id$/, '').replaceAll('_', ' ')} – ${reason}`,
  );
  return reasons.join('; ') || 'no reason was given';
}
