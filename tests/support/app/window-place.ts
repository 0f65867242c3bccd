// Where the window is and how often it was shown, asked of Electron itself.
import type { OnScreen } from './hands.ts';
import type { RunningApp } from './running-app.ts';

/** Where the window is, and where windows may be; screen points. */
export function windowPlace({
  electron,
}: RunningApp): Promise<{ readonly bounds: OnScreen; readonly workArea: OnScreen }> {
  return electron.evaluate(({ BrowserWindow, screen }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('The app has no window');
    return { bounds: window.getBounds(), workArea: screen.getPrimaryDisplay().workArea };
  });
}

interface Showings {
  /** 'show' and 'hide' in the order they happened since counting began. */
  soFar(): Promise<readonly string[]>;
}

/** Counts, so that a window that hides and reopens in one go is noticed. */
export async function countShowings({ electron }: RunningApp): Promise<Showings> {
  const list = await electron.evaluateHandle(({ BrowserWindow }) => {
    const happened: string[] = [];
    const [window] = BrowserWindow.getAllWindows();
    window?.on('show', () => happened.push('show'));
    window?.on('hide', () => happened.push('hide'));
    return happened;
  });
  return { soFar: () => list.jsonValue() };
}
