// One logged entry: what for and how long, then when, doing what, and whether FreshBooks has it.
import type { Day } from '../../shared/day.ts';
import { formatDay, formatTimeOfDay } from '../../shared/day-words.ts';
import { formatClock, formatDuration } from '../../shared/duration.ts';
import { englishLocale } from '../../shared/english-locale.ts';
import type { CatalogSlice, LoggedEntry } from '../../shared/snapshot.ts';
import { entryDetails, entryStateWords, entryTitle } from './entry-words.ts';

interface EntryRowProps {
  readonly entry: LoggedEntry;
  readonly catalog: CatalogSlice;
  readonly timeZone: string;
  readonly today: Day;
}

export function EntryRow({ entry, catalog, timeZone, today }: EntryRowProps) {
  const state = entryStateWords(entry);
  const when =
    entry.day === today
      ? timesOfDay(entry, timeZone)
      : formatDay(entry.day, today, englishLocale());
  return (
    <>
      <span className="row-main">
        <span className="row-name">
          {entryTitle(entry, catalog, catalog.refreshedAtMs !== null)}{' '}
          <span className="row-details">{entryDetails(entry, catalog).join(' · ')}</span>
        </span>{' '}
        <span className="row-amount selectable">
          <span aria-hidden="true">{formatClock(entry.durationSeconds)}</span>
          <span className="visually-hidden">{formatDuration(entry.durationSeconds)}</span>
        </span>
      </span>{' '}
      <span className="row-sub">
        <span className="row-times">{when}</span>{' '}
        {state && (
          <span className="row-state" data-state={entry.state}>
            {state}
          </span>
        )}
      </span>
    </>
  );
}

function timesOfDay({ startedAtMs, durationSeconds }: LoggedEntry, timeZone: string): string {
  const start = formatTimeOfDay(startedAtMs, timeZone);
  const end = formatTimeOfDay(startedAtMs + durationSeconds * 1000, timeZone);
  return `${start} – ${end}`;
}
