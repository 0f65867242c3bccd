// Today's hours, the week around them, and the entries the chosen day is made of; or, in the place
// of the entries, the one that is being edited.
import { memo, useEffect, useMemo } from 'react';
import type { Gap } from '../../shared/day-gaps.ts';
import type { LoggedEntry } from '../../shared/snapshot.ts';
import { OpenEntry } from '../entry-editor/open-entry.tsx';
import type { Editing } from '../entry-editor/use-editing.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { useNow } from '../snapshot/use-visible.ts';
import { prefillOfDay, prefillOfGap } from './add-prefill.ts';
import { DayHead } from './day-head.tsx';
import { DayList } from './day-list.tsx';
import { TodayHead } from './today-head.tsx';
import { useChosenDay } from './use-chosen-day.ts';
import { useDayGaps } from './use-day-gaps.ts';
import { useGapKeys } from './use-gap-keys.ts';

/** The holes of today grow by the minute. */
const RENEWED_MS = 60_000;

interface TodaySectionProps {
  readonly editing: Editing;
  /** @param prefill a quick-add text to be gone on with, ending in a space */
  readonly onAdd: (prefill: string) => void;
  readonly toLine: () => void;
}

export const TodaySection = memo(function TodaySection(props: TodaySectionProps) {
  const { editing, onAdd, toLine } = props;
  const { entries, today, timeZone, refreshedAtMs } = useSlice('time');
  const chosen = useChosenDay();
  const nowMs = useNow(RENEWED_MS);
  const gapsOn = useDayGaps(nowMs);
  const gaps = useMemo(() => gapsOn(chosen.day), [gapsOn, chosen.day]);
  const isKnown = refreshedAtMs !== null || entries.length > 0;
  const fill = (gap: Pick<Gap, 'fromMs' | 'toMs'>) => onAdd(prefillOfGap(gap, { today, timeZone }));
  // Its list has taken the focus by now: children's effects run first.
  useEffect(() => {
    if (editing.open === null && editing.left !== null) editing.wentOn();
  }, [editing]);
  useGapKeys({ gaps, onFill: fill, isOff: editing.open !== null });
  return (
    <section className="today" data-editing={editing.open ? true : undefined}>
      <TodayHead
        isKnown={isKnown}
        chosen={chosen}
        gapsOn={gapsOn}
        onAdd={(day) => onAdd(prefillOfDay(day, today))}
      />
      {chosen.day !== today && (
        <DayHead
          day={chosen.day}
          onAdd={() => onAdd(prefillOfDay(chosen.day, today))}
          onToday={() => chosen.choose(today)}
          isOff={editing.open !== null}
        />
      )}
      {editing.open ? (
        <OpenEntry editing={editing} open={editing.open} />
      ) : (
        <DayList
          day={chosen.day}
          gaps={isKnown ? gaps : NO_GAPS}
          left={editing.left}
          toLine={toLine}
          onOpen={(entry: LoggedEntry) => editing.begin(entry)}
          onFill={fill}
        />
      )}
    </section>
  );
});

const NO_GAPS: readonly Gap[] = [];
