// The day whose entries are listed: today, until another is chosen in the week strip.
import { useState } from 'react';
import { type Day, startOfWeek } from '../../shared/day.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';

export interface ChosenDay {
  readonly day: Day;
  /** Of the week it lies in. */
  readonly weekStart: Day;
  choose(day: Day): void;
}

export function useChosenDay(): ChosenDay {
  const { today, firstDayOfWeek } = useSlice('time');
  // Null is today, whichever day that is by now: a night may pass while the window stands open.
  const [other, setOther] = useState<Day | null>(null);
  const day = other ?? today;
  return {
    day,
    weekStart: startOfWeek(day, firstDayOfWeek),
    choose: (next) => setOther(next === today ? null : next),
  };
}
