// What to say when the data file was not as it should be.
import { basename } from 'node:path';
import { errorWords } from '../../shared/error-words.ts';
import type { TraybooksError } from '../../shared/errors.ts';
import type { Notice } from '../../shared/snapshot.ts';
import type { WorkspaceDatabase } from './database.ts';

/**
 * @param logins how many stored logins could not be read
 * @param entries how many time entries could not
 * @returns none in normal life
 */
export function openingNotices(
  database: WorkspaceDatabase,
  logins: number,
  entries: number,
): readonly Notice[] {
  const notices = [fileNotice(database), rowsSetAsideNotice(logins, entries)];
  return notices.filter((notice) => notice !== null);
}

function fileNotice({ trouble, damage }: WorkspaceDatabase): Notice | null {
  if (trouble) return { id: 'storage-unusable', text: sentence(trouble) };
  if (!damage) return null;
  return {
    id: `database-damaged-${basename(damage.setAsideAs)}`,
    text:
      `Traybooks’ data file was damaged. It was set aside as ${basename(damage.setAsideAs)} ` +
      `and a new one begun; ${keptWords(damage.entriesKept)}, and your lists come again from FreshBooks.`,
  };
}

function keptWords(entries: number): string {
  if (entries === 0) return 'no unsent entry was found in it';
  return entries === 1 ? '1 unsent entry was kept' : `${entries} unsent entries were kept`;
}

function rowsSetAsideNotice(logins: number, entries: number): Notice | null {
  const lost = [
    ...(logins > 0 ? [logins === 1 ? 'a login' : `${logins} logins`] : []),
    ...(entries > 0 ? [entries === 1 ? 'a time entry' : `${entries} time entries`] : []),
  ];
  if (lost.length === 0) return null;
  const next = [
    ...(logins > 0 ? ['Connect again.'] : []),
    ...(entries > 0 ? ['Look in FreshBooks whether it has what you logged last.'] : []),
  ];
  return {
    id: 'rows-set-aside',
    text:
      `Part of Traybooks’ data file was damaged: ${lost.join(' and ')} could not be read and ` +
      `was set aside in the file. ${next.join(' ')}`,
  };
}

/** A list that cannot be kept is still shown; only the next start will not have it. */
export function notStoredNotice(error: TraybooksError): Notice {
  const words = errorWords(error);
  return {
    id: 'lists-not-stored',
    text: `${words.happened} The lists you see are right, but a restart will show older ones.`,
  };
}

function sentence(error: TraybooksError): string {
  const { happened, safe, next } = errorWords(error);
  return [happened, safe, next].filter(Boolean).join(' ');
}
