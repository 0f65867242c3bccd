// Logging an entry as a person does, up to the moment the app says that it is safe.
import type { RunningApp } from './running-app.ts';
import { button, typeEntry } from './screens.ts';
import { openPopover } from './window.ts';

interface Logged {
  /** As typed, e.g. `25m`. */
  readonly duration: string;
  readonly note: string;
}

/** On the sample books' clinic website. Resolves when "Saved" is on the screen. */
export async function logTime(app: RunningApp, { duration, note }: Logged): Promise<void> {
  const { page } = app;
  await openPopover(app);
  await button(page, 'Log time').click();
  await typeEntry(page, { duration, work: 'clin', note });
  await button(page, 'Save entry').click();
  await page.getByText('Saved', { exact: true }).waitFor();
}
