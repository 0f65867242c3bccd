// What is being typed into the log-time form. It outlives the form: hiding the window or looking
// at the popover loses nothing.
import type { Day } from '../../shared/day.ts';

export interface Draft {
  readonly duration: string;
  /** Key of the chosen project or client (choices.ts). */
  readonly workKey: string | null;
  readonly serviceKey: string | null;
  readonly note: string;
  /** Null is today, whichever day that is by the time it is saved. */
  readonly day: Day | null;
}

export const EMPTY_DRAFT: Draft = {
  duration: '',
  workKey: null,
  serviceKey: null,
  note: '',
  day: null,
};

export function isSameDraft(one: Draft, other: Draft): boolean {
  return (
    one.duration === other.duration &&
    one.workKey === other.workKey &&
    one.serviceKey === other.serviceKey &&
    one.note === other.note &&
    one.day === other.day
  );
}
