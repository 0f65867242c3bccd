/**
 * What every route is handed: the clock, the dice, the memory. Nothing in the sandbox reaches for
 * the real ones, so a test can hold time still and a restart can be watched.
 */
import type { HttpBindings } from '@hono/node-server';
import type { TimerHabits } from './business/timer-book.ts';
import type { AccessTokenRecord, SandboxState } from './state/sandbox-state.ts';

export interface SandboxWorld {
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
  readonly accessTokenSeconds: number;
  readonly allowHttpLoopbackRedirects: boolean;
  readonly timerHabits: TimerHabits;
  readonly state: SandboxState;
  /**
   * Puts the state on disk. Awaited before an answer goes out: what FreshBooks has said yes to is
   * still true after a power cut.
   */
  readonly save: () => Promise<void>;
}

/** The Hono environment of every route. */
export interface SandboxEnv {
  Bindings: HttpBindings;
  Variables: {
    accessToken: AccessTokenRecord;
    /** Epoch seconds; set by a token answer, for the fault that leaves `created_at` there. */
    firstGrantAt: number | undefined;
  };
}
