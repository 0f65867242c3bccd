// Where a sign-in waits for whichever comes first: the browser's answer, a pasted address, the
// person's cancel, a browser that does not open, or the end of time.
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Timers } from '../../shared/timers.ts';
import type { ProviderAnswer } from './provider-answer.ts';

export interface WaitingParts {
  readonly openBrowser: () => Promise<Result<undefined>>;
  readonly readPasted: (text: string) => Result<ProviderAnswer>;
}

export interface WaitingRoom {
  /** Aborted by `cancel`, for what follows the waiting. */
  readonly signal: AbortSignal;
  /** Opens the browser and waits; may find that the answer is there already. */
  wait(parts: WaitingParts): Promise<Result<ProviderAnswer>>;
  readonly answer: (answer: ProviderAnswer) => void;
  /** Null where nothing waits for it: not yet, or no longer. */
  paste(text: string): Result<undefined> | null;
  openBrowser(): Promise<Result<undefined>> | null;
  cancel(): void;
  /** Stops the clock; call it however the sign-in ended. */
  leave(): void;
}

export function createWaitingRoom(timers: Timers, limitMs: number): WaitingRoom {
  const controller = new AbortController();
  let waiting: WaitingParts | null = null;
  let isOver = false;
  let settle: (outcome: Result<ProviderAnswer>) => void = () => {};
  const outcome = new Promise<Result<ProviderAnswer>>((resolve) => {
    settle = (value) => {
      // From here on nothing that is pasted or opened belongs to this sign-in.
      waiting = null;
      isOver = true;
      timers.clear(limit);
      resolve(value);
    };
  });
  const limit = timers.set(() => settle(failed({ code: 'cancelled', by: 'time-out' })), limitMs);
  const answer = (given: ProviderAnswer) => settle(ok(given));
  const cancelled = () => settle(failed({ code: 'cancelled', by: 'person' }));

  async function openFirst({ openBrowser }: WaitingParts): Promise<void> {
    const opened = await openBrowser();
    if (!opened.ok) settle(opened);
  }

  return {
    signal: controller.signal,
    answer,
    async wait(parts) {
      if (isOver) return outcome;
      waiting = parts;
      // A browser may take its time, or never report back; neither must hold up the answer.
      return Promise.race([outcome, openFirst(parts).then(() => outcome)]);
    },
    paste(text) {
      if (!waiting) return null;
      const read = waiting.readPasted(text);
      if (!read.ok) return read;
      answer(read.value);
      return ok();
    },
    openBrowser: () => waiting?.openBrowser() ?? null,
    cancel() {
      controller.abort();
      cancelled();
    },
    leave: () => timers.clear(limit),
  };
}
