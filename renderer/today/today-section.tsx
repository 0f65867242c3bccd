// Today's hours, the week around them, and the entries they are made of.
import { secondsOn } from '../../shared/day-total.ts';
import { formatDuration } from '../../shared/duration.ts';
import type { TraybooksError } from '../../shared/errors.ts';
import { RovingList } from '../parts/roving-list.tsx';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { EntryRow } from './entry-row.tsx';
import { billableSecondsOn } from './week.ts';
import { WeekBars } from './week-bars.tsx';

/** There also while it is empty, for whoever looks for it by name. */
const ENTRY_LIST_LABEL = "Today's entries";

interface TodaySectionProps {
  /** @param prefill a quick-add text to be gone on with, ending in a space */
  readonly onAdd: (prefill: string) => void;
}

export function TodaySection(_props: TodaySectionProps) {
  const time = useSlice('time');
  const { entries, today, weekStart, refreshedAtMs, error } = time;
  const isKnown = refreshedAtMs !== null || entries.length > 0;
  const total = secondsOn(entries, today);
  const billable = billableSecondsOn(entries, today);
  const todays = entries.filter(({ day }) => day === today);
  const unsentBefore = entries.filter(({ day, state }) => day !== today && state !== 'saved');
  return (
    <section className="today">
      <div className="today-head">
        <div>
          <h2 className="caption">Today</h2>
          <p className="today-figures">
            <output aria-label="Today" className="today-total selectable">
              {isKnown ? formatDuration(total) : error ? '—' : <span className="bone bone-total" />}
            </output>{' '}
            {billable > 0 && <span className="quiet">{formatDuration(billable)} billable</span>}
          </p>
        </div>
        {isKnown ? (
          <WeekBars entries={entries} weekStart={weekStart} today={today} />
        ) : (
          <div className="week-unknown" />
        )}
      </div>
      {todays.length > 0 ? (
        <EntryList label={ENTRY_LIST_LABEL} entries={todays} />
      ) : (
        <>
          <ul className="visually-hidden" aria-label={ENTRY_LIST_LABEL} />
          <p className="empty empty-today">
            {isKnown ? 'Nothing logged yet today.' : error ? unreadWords(error) : ' '}
          </p>
        </>
      )}
      {unsentBefore.length > 0 && (
        <>
          <h3 className="caption caption-inset">From other days, not sent yet</h3>
          <EntryList label="Not sent yet" entries={unsentBefore} />
        </>
      )}
    </section>
  );
}

/** Off is no failure, and trying again will not help. */
function unreadWords(error: TraybooksError): string {
  return error.code === 'scope-missing'
    ? 'FreshBooks does not show Traybooks your time.'
    : 'Your time could not be read yet.';
}

interface EntryListProps {
  readonly label: string;
  readonly entries: ReturnType<typeof useSlice<'time'>>['entries'];
}

function EntryList({ label, entries }: EntryListProps) {
  const { timeZone, today } = useSlice('time');
  const catalog = useSlice('catalog');
  return (
    <RovingList label={label} count={entries.length} className="rows entries scrolls">
      {(rowProps) =>
        entries.map((entry, row) => (
          <li key={entry.key} className="row row-entry" {...rowProps(row)}>
            <EntryRow entry={entry} catalog={catalog} timeZone={timeZone} today={today} />
          </li>
        ))
      }
    </RovingList>
  );
}
