// The timers there are, read afresh before anything is done to one: the web app or the phone may
// have been quicker.
import type { Business } from '../../shared/books.ts';
import type { TimerId } from '../../shared/ids.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { ApiCall } from './api-call.ts';
import { segmentPageSchema } from './running-timer-schema.ts';
import { type TimerRows, timersIn } from './timer-segments.ts';

const READ = { scope: 'user:time_entries:read', thing: 'business' } as const;
export const TIMER_WRITE = { scope: 'user:time_entries:write', thing: 'timer' } as const;

export const NO_SUCH_TIMER = failed({ code: 'not-found', thing: TIMER_WRITE.thing });

/**
 * The cheapest way to see them, and one request only: what runs or is paused is among the newest
 * rows. Asked for one person's rows, the same call is refused (freshbooks-api.md §6.1).
 */
export async function readTimers(
  call: ApiCall,
  { id }: Business,
  signal?: AbortSignal,
): Promise<Result<readonly TimerRows[]>> {
  const rows = await call(
    {
      ...READ,
      method: 'GET',
      path: `/timetracking/business/${id}/time_entries`,
      query: [
        ['include_unlogged', 'true'],
        ['per_page', '100'],
        ['page', '1'],
      ],
    },
    segmentPageSchema,
    signal,
  );
  return rows.ok ? ok(timersIn(rows.value)) : rows;
}

export async function findTimer(
  call: ApiCall,
  business: Business,
  id: TimerId,
): Promise<Result<TimerRows>> {
  const timers = await readTimers(call, business);
  if (!timers.ok) return timers;
  const found = timers.value.find((timer) => timer.id === id);
  return found ? ok(found) : NO_SUCH_TIMER;
}
