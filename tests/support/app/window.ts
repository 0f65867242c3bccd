// The app's one window, seen from outside: shown or hidden, and how a person gets it back.
import type { RunningApp } from './running-app.ts';

/** Longer than any window manager takes, shorter than a test may last. */
const LONGEST_MS = 15_000;

/**
 * Resolves when the window is, or has become, what was wanted.
 * @throws when it does not
 */
export async function windowIs(app: RunningApp, wanted: 'shown' | 'hidden'): Promise<void> {
  const became = app.electron.evaluate(
    ({ BrowserWindow }, [event, longestMs]) => {
      const [window] = BrowserWindow.getAllWindows();
      if (!window || window.isVisible() === (event === 'shown')) return true;
      return new Promise<boolean>((resolve) => {
        const tooLong = setTimeout(() => resolve(false), longestMs);
        const happened = () => {
          clearTimeout(tooLong);
          resolve(true);
        };
        if (event === 'shown') window.once('show', happened);
        else window.once('hide', happened);
      });
    },
    [wanted, LONGEST_MS] as const,
  );
  if (!(await became)) throw new Error(`The window was never ${wanted}`);
}

export async function isShown(app: RunningApp): Promise<boolean> {
  return app.electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false,
  );
}

/** Whether the next key is for it, as far as the app has noticed. */
export async function hasKeyboard(app: RunningApp): Promise<boolean> {
  return app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow() !== null);
}

/** A second launch opens the first one's popover: what a person does who cannot find the icon. */
export async function openPopover(app: RunningApp): Promise<void> {
  await app.electron.evaluate(({ app }) => {
    app.emit('second-instance');
  });
  await windowIs(app, 'shown');
}
