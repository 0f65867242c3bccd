// Logging an entry as a person does, up to the moment the app says that it is safe.
import type { RunningApp } from './running-app.ts';
import { quickLine, saidOfLine } from './screens.ts';
import { openPopover } from './window.ts';

interface Logged {
  /** As typed, e.g. `25m`. */
  readonly duration: string;
  readonly note: string;
}

/** Typed into the popover's line, for the sample books' clinic website; resolves at "Saved". */
export async function logTime(app: RunningApp, { duration, note }: Logged): Promise<void> {
  const { page } = app;
  await openPopover(app);
  await quickLine(page).fill(`clinic ${duration} "${note}"`);
  await quickLine(page).press('Enter');
  await saidOfLine(page).getByText('Saved', { exact: true }).waitFor();
}
