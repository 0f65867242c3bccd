// One launch of each, again and again: how soon the icon is there, the invoices are drawn, the
// shortcut answers, and what is kept in memory afterwards.
import { setTimeout as pause } from 'node:timers/promises';
import { pressKeys } from '../support/app/hands.ts';
import { type Contestant, start } from './contestant.ts';
import { pssMbOf } from './process-tree.ts';

export interface LaunchFigures {
  readonly trayReadyMs: number;
  readonly paintedMs: number;
  readonly shortcutMs: number;
  readonly memoryMb: number;
}

/** Until what goes on behind a fresh window (the first refresh, late chunks) is over. */
const SETTLE_MS = 2_500;
/** Until memory that was given back is really back. */
const REST_MS = 5_000;

export async function measureLaunch(contestant: Contestant): Promise<LaunchFigures> {
  const app = start(contestant);
  try {
    const tray = await app.mark('tray-ready');
    const drawn = await app.mark('drawn');
    await app.mark('shortcut-registered');
    await pause(SETTLE_MS);
    await pressKeys(contestant.shortcut);
    const focused = await app.mark('focused');
    await pressKeys('Escape');
    await app.mark('hidden');
    await pause(REST_MS);
    return {
      trayReadyMs: tray.atMs - app.startedAtMs,
      paintedMs: drawn.atMs - app.startedAtMs,
      shortcutMs: Number(focused.ms),
      memoryMb: await pssMbOf(app.pid),
    };
  } finally {
    await app.quit();
  }
}
