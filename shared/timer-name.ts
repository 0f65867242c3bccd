// What a running timer is called where there is room for one name: its project, else the client,
// else the note.
import type { Catalog } from './books.ts';
import type { Work } from './snapshot.ts';

/** @returns never empty */
export function timerName(
  { projectId, clientId, note }: Pick<Work, 'projectId' | 'clientId' | 'note'>,
  { projects, clients }: Pick<Catalog, 'projects' | 'clients'>,
): string {
  const project = projects.find(({ id }) => id === projectId);
  if (project) return project.title;
  const client = clients.find(({ id }) => id === clientId);
  if (client) return client.name;
  return note.trim() || 'Timer';
}
