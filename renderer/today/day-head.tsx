// Names the day whose entries are listed, where that is not today, with its total and the ways on.
import type { Day } from '../../shared/day.ts';
import { secondsOn } from '../../shared/day-total.ts';
import { formatDay } from '../../shared/day-words.ts';
import { formatDuration } from '../../shared/duration.ts';
import { englishLocale } from '../../shared/english-locale.ts';
import { usePopoverKeys } from '../screens/popover/use-popover-keys.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { billableSecondsOn } from './week.ts';

interface DayHeadProps {
  readonly day: Day;
  readonly onAdd: () => void;
  readonly onToday: () => void;
  /** While an entry is open, letters are not meant for the day around it. */
  readonly isOff: boolean;
}

export function DayHead({ day, onAdd, onToday, isOff }: DayHeadProps) {
  const { entries, today } = useSlice('time');
  const billable = billableSecondsOn(entries, day);
  usePopoverKeys(isOff ? {} : { t: onToday });
  return (
    <div className="day-head">
      <h3>{formatDay(day, today, englishLocale())}</h3>{' '}
      <p className="quiet">
        {formatDuration(secondsOn(entries, day))}
        {billable > 0 && ` · ${formatDuration(billable)} billable`}
      </p>{' '}
      <button
        type="button"
        className="link"
        title="Add to this day (Enter on its bar)"
        onClick={onAdd}
      >
        Add
      </button>{' '}
      <button
        type="button"
        className="link"
        aria-keyshortcuts="T"
        title="Back to today (T)"
        onClick={onToday}
      >
        Today
      </button>
    </div>
  );
}
