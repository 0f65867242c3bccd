// What to say when a timer's fate was decided elsewhere.
import type { TimeEntry } from '../../../shared/books.ts';
import { formatElapsed } from '../../../shared/elapsed.ts';
import type { BusinessId } from '../../../shared/ids.ts';
import type { RemoteTimer } from '../../../shared/running-timers.ts';
import type { Notice } from '../../../shared/snapshot.ts';
import { localDateTime } from '../../../shared/zoned-day.ts';
import type { MirroredBusiness } from './mirror-world.ts';

export function elsewhereId(business: BusinessId): string {
  return `timer-elsewhere-${business}`;
}

export function runsElsewhere(
  { businessId, timeZone }: MirroredBusiness,
  timer: RemoteTimer,
): Notice {
  const since = timeOfDay(timer.segments[0]?.startedAtMs ?? 0, timeZone);
  return {
    id: elsewhereId(businessId),
    text:
      `FreshBooks has another timer of yours, started elsewhere at ${since}. Both are kept: it is ` +
      'shown here once this one is stopped, and this one becomes an entry of its own.',
  };
}

export function loggedElsewhere({ businessId }: MirroredBusiness, entry: TimeEntry): Notice {
  return {
    id: `timer-logged-elsewhere-${businessId}`,
    text: `Your timer was stopped elsewhere and is logged in FreshBooks with ${formatElapsed(entry.durationSeconds)}.`,
  };
}

export function discardedElsewhere({ businessId }: MirroredBusiness): Notice {
  return {
    id: `timer-discarded-elsewhere-${businessId}`,
    text:
      'Your timer is no longer in FreshBooks: it was discarded elsewhere. It is paused here with ' +
      'all its time; log it, go on with it, or discard it here as well.',
  };
}

function timeOfDay(instantMs: number, timeZone: string): string {
  return localDateTime(instantMs, timeZone).slice(11, 16);
}
