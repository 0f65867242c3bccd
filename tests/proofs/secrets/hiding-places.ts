// Where something may lie at a given moment: files, the page with its storage, the clipboard.
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { processesOf } from '../../support/app/processes.ts';
import type { RunningApp } from '../../support/app/running-app.ts';
import { button, today } from '../../support/app/screens.ts';
import type { Evidence } from './evidence.ts';

/** Every file in these folders, whatever wrote it: data with its journal, caches, logs, dumps. */
export async function searchFolders(folders: readonly string[], evidence: Evidence): Promise<void> {
  for (const folder of folders) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((one) => one.isFile())) {
      const file = join(entry.parentPath, entry.name);
      // Chromium may have removed it since the folder was read.
      const content = await readFile(file).catch(() => null);
      if (content) evidence.look('file', file, Buffer.concat([Buffer.from(`${file}\n`), content]));
    }
  }
}

/** Files its processes hold open for writing elsewhere; shared memory and devices are no files. */
export async function searchOpenFiles(
  { pid }: RunningApp,
  folders: readonly string[],
  evidence: Evidence,
): Promise<void> {
  const elsewhere = new Set<string>();
  for (const id of await processesOf(pid)) {
    for (const descriptor of await readdir(`/proc/${id}/fd`).catch(() => [])) {
      const file = await readlink(`/proc/${id}/fd/${descriptor}`).catch(() => '');
      const info = await readFile(`/proc/${id}/fdinfo/${descriptor}`, 'utf8').catch(() => '');
      const isForWriting = /^flags:\s*\d*[12]$/m.test(info);
      const isFile = /^\/(?!dev\/|proc\/|sys\/|memfd:)/.test(file) && !file.endsWith('(deleted)');
      const isKnown = folders.some((folder) => file.startsWith(`${folder}/`));
      if (isForWriting && isFile && !isKnown) elsewhere.add(file);
    }
  }
  for (const file of elsewhere) {
    const content = await readFile(file).catch(() => null);
    if (content) evidence.look('file', file, content);
  }
}

/** Not while something secret is being typed: then it stands where the person put it. */
export async function searchPage(
  { page, electron }: RunningApp,
  evidence: Evidence,
): Promise<void> {
  // Today's entries give way to the card that says who is connected until it is answered.
  const card = button(page, 'Open Traybooks');
  if (await card.isVisible()) {
    await card.click();
    await today(page).waitFor();
  }
  const parts = await page.evaluate(async () => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')];
    const databases = 'databases' in indexedDB ? await indexedDB.databases() : [];
    const stored = 'caches' in window ? await caches.keys().catch(() => []) : [];
    return {
      document: document.documentElement.outerHTML,
      fields: fields.map(({ value }) => value).join('\n'),
      storage: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
      address: `${location.href} ${document.cookie} ${JSON.stringify(history.state)}`,
      databases: JSON.stringify([databases, stored]),
      names: Object.keys(window).join(' '),
    };
  });
  for (const [name, content] of Object.entries(parts)) evidence.look('page', name, content);
  const cookies = await electron.evaluate(async ({ session }) =>
    JSON.stringify(await session.defaultSession.cookies.get({})),
  );
  evidence.look('page', 'cookies', cookies);
}

/** The readers differ between versions of Electron; all that are there are asked. */
export async function searchClipboard({ electron }: RunningApp, evidence: Evidence): Promise<void> {
  const contents = await electron.evaluate(({ clipboard }) =>
    ['readText', 'readHTML', 'readRTF', 'readBookmark', 'availableFormats'].flatMap((name) => {
      const read: unknown = Reflect.get(clipboard, name);
      if (typeof read !== 'function') return [];
      return ['clipboard', 'selection'].map((which) => JSON.stringify(read.call(clipboard, which)));
    }),
  );
  for (const content of contents) evidence.look('clipboard', 'clipboard', content);
}
