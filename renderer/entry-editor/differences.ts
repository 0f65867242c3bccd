// What differs between an entry here and the same one in FreshBooks, part by part, in words.
import type { Catalog } from '../../shared/books.ts';
import { formatDay, formatTimeOfDay } from '../../shared/day-words.ts';
import { formatDuration } from '../../shared/duration.ts';
import { englishLocale } from '../../shared/english-locale.ts';
import type { EntryContent } from '../../shared/snapshot.ts';
import { entryTitle } from '../today/entry-words.ts';

export interface Difference {
  readonly part: string;
  readonly theirs: string;
  readonly mine: string;
}

export function differences(
  theirs: EntryContent,
  mine: EntryContent,
  catalog: Catalog,
): readonly Difference[] {
  const [first, second] = [theirs, mine].map((content) => partsOf(content, catalog));
  return Object.entries(first ?? {})
    .map(([part, words]) => ({ part, theirs: words, mine: second?.[part] ?? '' }))
    .filter((each) => each.theirs !== each.mine);
}

/** The whole entry, where there is nothing to set it beside. */
export function partsOf(content: EntryContent, catalog: Catalog): Readonly<Record<string, string>> {
  const { services } = catalog;
  const service = services.find(({ id }) => id === content.serviceId)?.name;
  return {
    Duration: formatDuration(content.durationSeconds),
    Start: formatTimeOfDay(content.startedAtMs, content.timeZone),
    Day: formatDay(content.day, content.day, englishLocale()),
    'Project or client': entryTitle(content, catalog, true),
    Service: service ?? (content.serviceId === null ? 'none' : 'Archived service'),
    Billable: content.billable ? 'yes' : 'no',
    Note: content.note.trim() || 'none',
  };
}
