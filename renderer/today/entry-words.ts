// A logged entry in the words a person knows it by.
import type { Catalog } from '../../shared/books.ts';
import type { FieldReasons } from '../../shared/errors.ts';
import type { LoggedEntry } from '../../shared/snapshot.ts';

/**
 * The project, else the client; archived ones are no longer in the catalog.
 * @param isRead false while the catalog was never read, and nothing can be said about archives
 */
export function entryTitle(entry: LoggedEntry, catalog: Catalog, isRead: boolean): string {
  const project = catalog.projects.find(({ id }) => id === entry.projectId);
  if (project) return project.title;
  const client = catalog.clients.find(({ id }) => id === entry.clientId);
  if (client) return client.name;
  if (entry.projectId !== null) return isRead ? 'Archived project' : 'A project';
  if (entry.clientId !== null) return isRead ? 'Archived client' : 'A client';
  return 'No project';
}

/** Service and note, where there are any. */
export function entryDetails(entry: LoggedEntry, catalog: Catalog): readonly string[] {
  const service = catalog.services.find(({ id }) => id === entry.serviceId);
  return [service?.name, entry.note.trim()].filter((text): text is string => Boolean(text));
}

/** Null for what FreshBooks has: nothing needs saying. */
export function entryStateWords(entry: LoggedEntry): string | null {
  switch (entry.state) {
    case 'saved':
      return null;
    case 'waiting':
      return 'waiting to send';
    case 'sending':
      return 'sending';
    case 'unsure':
      return 'unsure – checking';
    case 'conflict':
      return 'changed elsewhere';
    case 'refused':
      return `refused: ${refusalWords(entry.refusal)}`;
  }
}

function refusalWords(refusal: FieldReasons | null): string {
  const reasons = Object.entries(refusal ?? {}).map(([field, reason]) =>
    field === '__root__' ? reason : `${field.replace(/_id$/, '').replaceAll('_', ' ')} – ${reason}`,
  );
  return reasons.join('; ') || 'no reason was given';
}
