// What the line says, and what is offered for it: worked out anew from text, snapshot and now,
// while it is drawn, so that there is nothing to keep in step.
import { useDeferredValue, useMemo } from 'react';
import { contextOf } from '../../shared/quick-add/context-of.ts';
import { readQuickAdd } from '../../shared/quick-add/read-quick-add.ts';
import type { QuickAddContext, Reading } from '../../shared/quick-add/reading.ts';
import type { Suggestion } from '../../shared/quick-add/suggestion.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { useNow } from '../snapshot/use-visible.ts';
import { type Offer, offersFor } from './offers.ts';

/** Short enough for "started 20m ago", long enough not to tick under a person's hands. */
const NOW_EVERY_MS = 20_000;

export interface LineReading {
  readonly context: QuickAddContext;
  readonly reading: Reading;
  readonly offers: readonly Offer[];
  /** Once more, at this very moment: what "until now" means has moved since it was drawn. */
  readAgain(): Reading;
}

/** @param pinned favourites of this business */
export function useLineReading(text: string, pinned: readonly Suggestion[]): LineReading {
  const catalog = useSlice('catalog');
  const time = useSlice('time');
  const businesses = useSlice('businesses');
  // The clock has stood still while hidden; showing the line does not wait for it.
  const nowMs = useDeferredValue(useNow(NOW_EVERY_MS));
  const context = useMemo(
    () => contextOf({ catalog, time, businesses }, nowMs),
    [catalog, time, businesses, nowMs],
  );
  const reading = useMemo(() => readQuickAdd(text, context), [text, context]);
  const offers = useMemo(
    () => offersFor(text, reading, context, pinned),
    [text, reading, context, pinned],
  );
  const readAgain = () => readQuickAdd(text, contextOf({ catalog, time, businesses }, Date.now()));
  return { context, reading, offers, readAgain };
}
