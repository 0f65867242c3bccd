/**
 * Faults of the wire: the answer does not come, or not all of it, or very late.
 */
import type { FaultOutcome } from './exchange.ts';

/** The server never saw the request. */
export const dropBeforeHandling: FaultOutcome = async ({ hangUp }) => hangUp();

/**
 * The server did it and the answer was lost: a refresh token is spent, a time entry is stored, and
 * nobody was told.
 */
export const dropAfterHandling: FaultOutcome = async ({ handle, hangUp }) => {
  await handle();
  return hangUp();
};

/** Done, and the connection breaks in the middle of the answer. */
export const cutOffMidAnswer: FaultOutcome = async ({ handle, cutOff }) =>
  cutOff(await (await handle()).text());

export interface Stall {
  readonly outcome: FaultOutcome;
  /** Settles when a request has arrived and is being kept waiting. */
  readonly reached: Promise<void>;
  /** Lets the request go on; later ones too. */
  readonly release: () => void;
}

/**
 * Keeps a request waiting until released, or until the client gives up. Nothing sleeps: a test
 * holds the moment for as long as it needs.
 *
 * @param when whether the sandbox does its work before the wait or after it
 */
export function stall(when: 'before-handling' | 'after-handling' = 'before-handling'): Stall {
  const [reached, reach] = signal();
  const [released, release] = signal();
  return {
    reached,
    release,
    outcome: async ({ handle, hangUp, clientGone }) => {
      const early = when === 'after-handling' ? await handle() : undefined;
      reach();
      const end = await Promise.race([
        released.then(() => 'released' as const),
        clientGone.then(() => 'gone' as const),
      ]);
      if (end === 'gone') return hangUp();
      return early ?? handle();
    },
  };
}

function signal(): [Promise<void>, () => void] {
  let settle: () => void = () => {};
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return [promise, () => settle()];
}
