// Lines typed and saved, key by key: how soon the reading is painted, and how soon "saved". The
// yardstick's keys go into a bare field of its empty page.
import { setTimeout as pause } from 'node:timers/promises';
import { pressKeys } from '../support/app/hands.ts';
import { type Contestant, type Mark, start } from './contestant.ts';
import { median } from './statistics.ts';

export interface TypingFigures {
  readonly keystrokeMs: number;
  readonly enterMs: number;
}

/** Until what goes on behind a fresh window (the first refresh, late chunks) is over. */
const SETTLE_MS = 2_500;

/** @returns the medians of some hundred keystrokes and of every Enter */
export async function measureTyping(contestant: Contestant): Promise<TypingFigures> {
  const app = start(contestant);
  try {
    await app.mark('drawn');
    await app.mark('shortcut-registered');
    await pause(SETTLE_MS);
    await pressKeys(contestant.shortcut);
    await app.mark('focused');
    app.order('time-keys');
    const keys = (await app.mark('keys')) as Mark & {
      readonly keystrokes: readonly number[];
      readonly enters: readonly number[];
    };
    return { keystrokeMs: median(keys.keystrokes), enterMs: median(keys.enters) };
  } finally {
    await app.quit();
  }
}
