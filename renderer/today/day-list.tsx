// The entries of one day with the holes between them, and what is unsent of other days.
import { useRef } from 'react';
import type { Day } from '../../shared/day.ts';
import type { Gap } from '../../shared/day-gaps.ts';
import { formatDay } from '../../shared/day-words.ts';
import { englishLocale } from '../../shared/english-locale.ts';
import type { TraybooksError } from '../../shared/errors.ts';
import type { LoggedEntry } from '../../shared/snapshot.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { dayRows, placeOf } from './day-rows.ts';
import { EntryList } from './entry-list.tsx';
import { UnsentLine } from './unsent-line.tsx';
import { useEntryActs } from './use-entry-acts.ts';
import { useKeptFocus } from './use-kept-focus.ts';

/** There also while it is empty, for whoever looks for it by name. */
const TODAY_LABEL = "Today's entries";

interface DayListProps {
  readonly day: Day;
  readonly gaps: readonly Gap[];
  /** The entry that has just been left, as it was; where it stands, or stood, the keys go on. */
  readonly left: LoggedEntry | null;
  /** Where the keys go on when no row is left. */
  readonly toLine: () => void;
  readonly onOpen: (entry: LoggedEntry) => void;
  readonly onFill: (gap: Gap) => void;
}

export function DayList({ day, gaps, left, toLine, onOpen, onFill }: DayListProps) {
  const { entries, today, refreshedAtMs, error } = useSlice('time');
  const { acts, error: failed, forget } = useEntryActs(onOpen);
  const isKnown = refreshedAtMs !== null || entries.length > 0;
  const ofDay = entries.filter((entry) => entry.day === day);
  const unsentElsewhere = entries.filter((entry) => entry.day !== day && entry.state !== 'saved');
  const rows = dayRows(ofDay, gaps);
  const place = useRef<HTMLDivElement>(null);
  const keptFocus = useKeptFocus({
    place,
    left: left && { key: left.key, row: placeOf(left, rows) },
    beyond: toLine,
  });
  const label =
    day === today ? TODAY_LABEL : `Entries of ${formatDay(day, today, englishLocale())}`;
  const ways = { acts, onFill };
  return (
    <div className="day-place" ref={place} {...keptFocus}>
      {failed && <TroubleNote error={failed} about="here" onDismiss={forget} />}
      {ofDay.length === 0 && (
        <p className="empty empty-today">
          {isKnown ? nothingWords(day === today) : error ? unreadWords(error) : ' '}
        </p>
      )}
      {rows.length > 0 ? (
        // A list of its own for each day: what was selected on one is nothing on another.
        <EntryList key={day} label={label} rows={rows} isOneDay {...ways} />
      ) : (
        <ul className="visually-hidden" aria-label={label} />
      )}
      {unsentElsewhere.length > 0 && (
        <>
          <h3 className="caption caption-inset">From other days, not sent yet</h3>
          <EntryList
            label="Not sent yet"
            rows={dayRows(unsentElsewhere, [])}
            isOneDay={false}
            {...ways}
          />
        </>
      )}
      <UnsentLine onRetry={acts.retry} />
    </div>
  );
}

function nothingWords(isToday: boolean): string {
  return isToday ? 'Nothing logged yet today.' : 'Nothing logged.';
}

/** Off is no failure, and trying again will not help. */
function unreadWords(error: TraybooksError): string {
  return error.code === 'scope-missing'
    ? 'FreshBooks does not show Traybooks your time.'
    : 'Your time could not be read yet.';
}
