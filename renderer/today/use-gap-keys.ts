// One key from a hole to an entry: G fills the first of the chosen day, S what passed since the
// last entry.
import type { Gap, Stretch } from '../../shared/day-gaps.ts';
import { sinceLastEntry } from '../../shared/day-gaps.ts';
import { usePopoverKeys } from '../screens/popover/use-popover-keys.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { stretchOf } from './use-day-gaps.ts';

interface GapKeys {
  /** Of the chosen day, in its order. */
  readonly gaps: readonly Gap[];
  readonly onFill: (stretch: Stretch) => void;
  /** While an entry is open, letters are not meant for the day around it. */
  readonly isOff: boolean;
}

export function useGapKeys({ gaps, onFill, isOff }: GapKeys): void {
  const { entries, today } = useSlice('time');
  const { timer } = useSlice('timer');
  const [first] = gaps;

  function fillSinceLast(): void {
    const todays = entries.filter(({ day, pending }) => day === today && pending !== 'delete');
    const since = sinceLastEntry(todays.map(stretchOf), Date.now(), timer);
    if (since) onFill(since);
  }

  usePopoverKeys({
    ...(first && !isOff ? { g: () => onFill(first) } : {}),
    ...(isOff ? {} : { s: fillSinceLast }),
  });
}
