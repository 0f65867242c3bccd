// An app that is open all day should be small rather than fast; nothing in a list and a form needs
// the difference. V8 keeps whatever it grew to while the app was starting, so it is told first.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { app } from 'electron';

/** Must run before the app is ready, and before the main process loads much. */
export function keepHeapsSmall(): void {
  // The page's heap.
  app.commandLine.appendSwitch('js-flags', '--optimize-for-size');
  // This process's own, which exists already: only what is read later can still be changed. A V8
  // that no longer knows one of these goes on without it.
  setFlagsFromString('--optimize-for-size');
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * Gives back what only start-up needed. A heap that has not grown is not looked at for hours, and
 * an app that waits in the tray does not grow. Holds this process up for some ten milliseconds.
 */
export function collectStartUp(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') return;
  // The first finds what is free; only the next one hands its pages back.
  collect();
  collect();
}
