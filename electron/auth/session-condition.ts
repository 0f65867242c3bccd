// What the rest of the app sees of a session, told whenever it changes. A login that cannot be
// renewed is `soft` while its access token lives and turns `hard` by the clock alone.
import type { SignInReason } from '../../shared/errors.ts';
import type { ConnectionState } from '../../shared/snapshot.ts';
import type { Timers } from '../../shared/timers.ts';
import type { Clock } from './outside-world.ts';

export interface SessionFacts {
  /** Why the refresh token will never be sent again; null while it is good. */
  readonly lost: SignInReason | null;
  /** Milliseconds since the epoch; null when the access token works no more. */
  readonly usableUntilMs: number | null;
  readonly renewing: boolean;
}

export interface SessionCondition {
  state(): ConnectionState;
  onChange(listener: (state: ConnectionState) => void): () => void;
  /** Looks at the facts again and tells the listeners if the state is another than before. */
  update(): void;
  close(): void;
}

/** Node runs a timer of more than 2^31 − 1 ms at once; looking earlier only sets the next. */
const LONGEST_TIMER_MS = 24 * 3_600_000;

export function createSessionCondition(
  timers: Timers,
  clock: Clock,
  facts: () => SessionFacts,
): SessionCondition {
  const listeners = new Set<(state: ConnectionState) => void>();
  let told = JSON.stringify(stateOf(facts()));
  let expiry: unknown = null;

  function update(): void {
    timers.clear(expiry);
    const now = facts();
    if (now.lost && now.usableUntilMs !== null) {
      expiry = timers.set(update, Math.min(now.usableUntilMs - clock(), LONGEST_TIMER_MS));
    }
    const state = stateOf(now);
    const text = JSON.stringify(state);
    if (text === told) return;
    told = text;
    for (const listener of listeners) listener(state);
  }

  return {
    state: () => stateOf(facts()),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update,
    close: () => timers.clear(expiry),
  };
}

function stateOf({ lost, usableUntilMs, renewing }: SessionFacts): ConnectionState {
  if (lost) {
    return usableUntilMs === null
      ? { status: 'needs-sign-in', severity: 'hard', reason: lost }
      : { status: 'needs-sign-in', severity: 'soft', reason: lost, usableUntilMs };
  }
  return { status: renewing ? 'refreshing' : 'connected' };
}
