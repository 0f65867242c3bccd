// The app's one window, seen from outside: shown or hidden, and how a person gets it back.
import type { RunningApp } from './running-app.ts';

/** Resolves when the window is, or has become, what was wanted. */
export async function windowIs(app: RunningApp, wanted: 'shown' | 'hidden'): Promise<void> {
  await app.electron.evaluate(({ BrowserWindow }, event) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window || window.isVisible() === (event === 'shown')) return undefined;
    return new Promise<void>((resolve) => {
      if (event === 'shown') window.once('show', () => resolve());
      else window.once('hide', () => resolve());
    });
  }, wanted);
}

export async function isShown(app: RunningApp): Promise<boolean> {
  return app.electron.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false,
  );
}

/** A second launch opens the first one's popover: what a person does who cannot find the icon. */
export async function openPopover(app: RunningApp): Promise<void> {
  await app.electron.evaluate(({ app }) => {
    app.emit('second-instance');
  });
  await windowIs(app, 'shown');
}
