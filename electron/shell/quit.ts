// Quitting leaves no process, listener or half-written file behind.
import { app, globalShortcut } from 'electron';
import type { Workspace } from '../workspace/workspace.ts';

/** A close that hangs must not keep the person's computer from shutting down. */
const LONGEST_CLOSE_MS = 3000;

/**
 * A keychain that keeps silent, its password prompt still on the screen, say, holds up a thread for
 * which every other way out of a process waits. All that matters is on the disk by then.
 */
const AT_ONCE = 'SIGKILL';

/** What a desktop session that ends sends, and a terminal. */
const ASKED_TO_END = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

export function quitCleanly(workspace: Workspace): void {
  let closing = false;
  app.on('window-all-closed', () => {
    // The tray goes on without a window.
  });
  // The settings library listens to these too, and sends them again once it has tidied up: with no
  // listener left to take that second one, the process would end on the spot, nothing closed.
  for (const signal of ASKED_TO_END) process.on(signal, () => app.quit());
  app.on('will-quit', (event) => {
    // Asked twice, as by the signal that is sent again: the closing under way is waited for.
    event.preventDefault();
    if (closing) return;
    closing = true;
    globalShortcut.unregisterAll();
    const tooLong = setTimeout(() => process.kill(process.pid, AT_ONCE), LONGEST_CLOSE_MS);
    void workspace.close().finally(() => {
      clearTimeout(tooLong);
      app.exit(0);
    });
  });
}
