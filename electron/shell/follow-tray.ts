// Keeps the icon in the tray as the snapshot has it. Nothing here runs by itself but one timer to
// the next minute of a running one, since that is the only figure that changes with no event.
import { isDeepStrictEqual } from 'node:util';
import { untilNextMinute } from '../../shared/elapsed.ts';
import type { Snapshot } from '../../shared/snapshot.ts';
import type { Timers } from '../../shared/timers.ts';
import { type TrayFace, trayFace } from './tray-face.ts';
import { type TrayMenuItem, trayMenu } from './tray-menu.ts';
import type { TrayShape } from './tray-shape.ts';

/** Each call reaches the desktop's bus. */
export interface TrayDrawing {
  setIcon(shape: TrayShape): void;
  setTitle(text: string): void;
  setToolTip(text: string): void;
  setMenu(items: readonly TrayMenuItem[]): void;
}

export interface TrayWorld {
  readonly clock: () => number;
  readonly timers: Timers;
  readonly snapshot: () => Snapshot;
}

/** Only a clock set back behind a timer's start would ask for more. */
const LONGEST_WAIT_MS = 60_000;

/** As the icon is drawn before anything is known. */
const FIRST_FACE: TrayFace = { icon: 'idle', title: '', toolTip: 'Traybooks' };

/** @returns to be called after every change of the snapshot, and after waking up */
export function followTray(tray: TrayDrawing, world: TrayWorld): () => void {
  let shown = FIRST_FACE;
  let menu = trayMenu(null);
  let nextMinute: unknown = null;

  return function draw(): void {
    const nowMs = world.clock();
    const snapshot = world.snapshot();
    const face = trayFace(snapshot, nowMs);
    // Most changes of state leave the icon as it is.
    if (face.icon !== shown.icon) tray.setIcon(face.icon);
    if (face.title !== shown.title) tray.setTitle(face.title);
    if (face.toolTip !== shown.toolTip) tray.setToolTip(face.toolTip);
    shown = face;

    const items = trayMenu(snapshot);
    if (!isDeepStrictEqual(items, menu)) tray.setMenu(items);
    menu = items;

    if (nextMinute !== null) world.timers.clear(nextMinute);
    const { timer } = snapshot.timer;
    const waitMs = timer && untilNextMinute(timer, nowMs);
    nextMinute = waitMs === null ? null : world.timers.set(draw, Math.min(waitMs, LONGEST_WAIT_MS));
  };
}
