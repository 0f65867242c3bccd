// The search put to the test: a secret laid in every kind of place on purpose. A kind in which it
// is not found would make all that was not found there mean nothing.
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunningApp } from '../../support/app/running-app.ts';
import type { PlaceKind } from './evidence.ts';

export const PLANTED_KINDS: readonly PlaceKind[] = [
  'file',
  'message',
  'shown',
  'page',
  'argv',
  'environment',
  'output',
  'clipboard',
];

/** @param secret one that FreshBooks gave; @param log the app's log file */
export async function plant(
  { electron, page }: RunningApp,
  secret: string,
  places: { readonly log: string; readonly temporary: string },
): Promise<void> {
  await appendFile(places.log, `[error] the answer was {"access_token":"${secret}"}\n`);
  await writeFile(
    join(places.temporary, 'base64.txt'),
    Buffer.from(`x${secret}`).toString('base64'),
  );
  await electron.evaluate(({ clipboard, BrowserWindow }, word) => {
    console.error(`renewed with ${word}`);
    clipboard.writeText(`token: ${Buffer.from(word).toString('hex')}`);
    const [window] = BrowserWindow.getAllWindows();
    window?.webContents.send('traybooks:other', { token: encodeURIComponent(word) });
    const children = process.mainModule?.require('node:child_process');
    children.spawn('/bin/sh', ['-c', 'sleep 2', word], { env: { TOKEN: word }, stdio: 'ignore' });
  }, secret);
  await page.evaluate((word) => {
    localStorage.setItem('token', word);
    const shown = document.createElement('p');
    shown.textContent = word;
    document.body.append(shown);
  }, secret);
}
