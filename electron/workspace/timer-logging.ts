// Adding an entry by closing a timer that runs at FreshBooks. Should FreshBooks not want that, or
// not know the timer any more, the entry is added like any other: the time is what counts.
import type { RemoteTimer } from '../../shared/running-timers.ts';
import type { Errand, Step } from './errand.ts';
import { arrived, atRest, inConflict } from './row-outcomes.ts';
import { hasSameStart } from './same-entry.ts';
import { sendOutcome } from './send-outcome.ts';

export async function logTimer(errand: Errand, timer: RemoteTimer): Promise<Step> {
  const row = errand.row();
  const attempt = { what: 'add', draft: row.attempt?.draft ?? row.draft } as const;
  const { draft } = attempt;
  const sentBefore = row.attempt !== null;
  if (!errand.begin(row, attempt)) return 'stop';
  const answer = await errand.books.timers.log(errand.business, timer, draft, sentBefore);
  if (errand.closed()) return 'stop';
  if (answer.ok) {
    const entry = answer.value;
    const isAsSent = hasSameStart(entry, draft) && entry.durationSeconds === draft.durationSeconds;
    // Logged in the web app or on the phone meanwhile, and perhaps with another length.
    return isAsSent
      ? errand.note((now, at) => arrived(now, draft, entry, at))
      : errand.note((now) => inConflict(now, entry));
  }
  if (sendOutcome(answer.error).kind === 'refused') {
    return errand.note((now, at) => atRest({ ...now, timer: null }, at));
  }
  return errand.failed(attempt, row.attempt, answer.error) ?? 'next';
}
