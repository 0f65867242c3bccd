// One logged entry: what for and how long, then when, whether FreshBooks has it, and what can be
// done about it.
import type { Day } from '../../shared/day.ts';
import { formatDay, formatTimeOfDay } from '../../shared/day-words.ts';
import { formatClock, formatDuration } from '../../shared/duration.ts';
import { englishLocale } from '../../shared/english-locale.ts';
import type { CatalogSlice, LoggedEntry } from '../../shared/snapshot.ts';
import { EntryActions, type EntryActs } from './entry-actions.tsx';
import { entryDetails, entryStateWords, entryTitle } from './entry-words.ts';

interface EntryRowProps {
  readonly entry: LoggedEntry;
  readonly catalog: CatalogSlice;
  readonly today: Day;
  /** The list is of one day, which needs no saying at each entry. */
  readonly isOnItsDay: boolean;
  readonly acts: EntryActs;
}

export function EntryRow(props: EntryRowProps) {
  const { entry, catalog, today } = props;
  const state = entryStateWords(entry);
  const title = entryTitle(entry, catalog, catalog.refreshedAtMs !== null);
  const when = props.isOnItsDay ? timesOfDay(entry) : formatDay(entry.day, today, englishLocale());
  return (
    <>
      <span className="row-main" data-pending={entry.pending ?? undefined}>
        <span className="row-name">
          {title} <span className="row-details">{entryDetails(entry, catalog).join(' · ')}</span>
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
        )}{' '}
        <EntryActions entry={entry} title={title} acts={props.acts} />
      </span>
    </>
  );
}

function timesOfDay({ startedAtMs, durationSeconds, timeZone }: LoggedEntry): string {
  const start = formatTimeOfDay(startedAtMs, timeZone);
  const end = formatTimeOfDay(startedAtMs + durationSeconds * 1000, timeZone);
  return `${start} – ${end}`;
}
