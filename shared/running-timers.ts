// FreshBooks' own running timers, as the workspace sees them. They are hardly documented
// (freshbooks-api.md §6.3), so that everything about them sits behind this one port.
import type { Business, TimeEntry, TimeEntryDraft } from './books.ts';
import type { ClientId, ProjectId, ServiceId, TimeEntryId, TimerId } from './ids.ts';
import type { Result } from './result.ts';

/** A stretch that ran without a pause. */
export interface TimerSegment {
  readonly id: TimeEntryId;
  /** Milliseconds since the epoch, UTC. */
  readonly startedAtMs: number;
  /** Null while it runs. */
  readonly durationSeconds: number | null;
}

/** What a timer runs for. */
export interface TimerWork {
  readonly clientId: ClientId | null;
  readonly projectId: ProjectId | null;
  readonly serviceId: ServiceId | null;
  /** True for work of the business itself, without a client. */
  readonly internal: boolean;
  readonly billable: boolean;
  readonly note: string;
}

/** A timer as FreshBooks has it. Its work is that of its newest segment. */
export interface RemoteTimer extends TimerWork {
  readonly id: TimerId;
  /** One of its segments is open. */
  readonly isRunning: boolean;
  /** Oldest first; never empty. */
  readonly segments: readonly TimerSegment[];
}

export interface TimerStart extends TimerWork {
  /** Milliseconds since the epoch, UTC, a whole second; may lie in the past. */
  readonly startedAtMs: number;
  /** IANA name of the zone the day is meant in. */
  readonly timeZone: string;
}

export interface TimerChange {
  readonly work?: TimerWork;
  /** The new start of its first segment; where that one is closed, its end stays. */
  readonly startedAtMs?: number;
}

/**
 * Every method answers with a `Result`. Each write is sent at most once: after `outcome-unknown`
 * the caller looks with `list` first. `not-found` says that FreshBooks has no such timer (any more);
 * every other refusal may mean that this FreshBooks knows no timers.
 */
export interface RunningTimers {
  /** The caller's own: the one that runs first, then the newest. */
  list(business: Business, signal?: AbortSignal): Promise<Result<readonly RemoteTimer[]>>;
  /**
   * @returns the timer as FreshBooks has it. Starting and telling what for are two writes: when only
   *   the first one was taken, the answer is ok and carries no work, which `change` can add later.
   */
  start(business: Business, start: TimerStart): Promise<Result<RemoteTimer>>;
  /** Closes the open segment. Fine for one that is paused already. @param atMs when it ended */
  pause(business: Business, timer: RemoteTimer, atMs: number): Promise<Result<undefined>>;
  /** Opens a new segment. Fine for one that runs already. */
  resume(business: Business, timer: RemoteTimer, atMs: number): Promise<Result<undefined>>;
  change(business: Business, timer: RemoteTimer, change: TimerChange): Promise<Result<undefined>>;
  /**
   * Makes it one logged entry with exactly the draft's start, length and content.
   * @param timer as last seen: when it is gone, its segments tell what became of it
   * @param sentBefore an earlier call with this draft was cut short, so a logged entry that is found
   *   is ours and is brought to the draft. Otherwise it was logged elsewhere, and is left as it is.
   * @returns the entry; `not-found` when there is none and FreshBooks cannot make one of this timer,
   *   be it gone or still listed: the time is then added like any other, and the timer discarded
   */
  log(
    business: Business,
    timer: RemoteTimer,
    draft: TimeEntryDraft,
    sentBefore?: boolean,
  ): Promise<Result<TimeEntry>>;
  /** One that is gone already counts as discarded. */
  discard(business: Business, id: TimerId): Promise<Result<undefined>>;
}
