// Files that were damaged between two runs: the app starts all the same, says what happened, and
// brings over what can still be read.
import { open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Installation } from '../../support/app/installation.ts';
import { logTime } from '../../support/app/log-time.ts';
import { picture } from '../../support/app/pictures.ts';
import { alert, button, todaysEntries, unpaidInvoices } from '../../support/app/screens.ts';
import { openPopover } from '../../support/app/window.ts';

let home: Installation;

beforeAll(async () => {
  home = await Installation.make();
  await home.start();
  await home.connect();
  await openPopover(home.app);
  await home.goOffline();
  await logTime(home.app, { duration: '35m', note: 'Not sent yet' });
  await home.quit();
});
afterAll(() => home.close());

async function startAgain(): Promise<void> {
  await home.start();
  await openPopover(home.app);
}

test('damaged settings are set aside and told, and everything else is there', async () => {
  const [settings] = (await readdir(home.profile)).filter((name) =>
    /^(settings|config).*\.json$/.test(name),
  );
  const path = join(home.profile, settings ?? 'settings.json');
  const garbage = '{"appearance": "dark", "refreshEve';
  await writeFile(path, garbage);
  await startAgain();
  const { page } = home;
  await alert(page, /settings/i).waitFor();
  await unpaidInvoices(page).first().waitFor();
  await picture(page, 'damaged-settings');
  // Nothing is thrown away: the damaged file lies beside the new one.
  const kept = await Promise.all(
    (await readdir(home.profile))
      .filter((name) => name.startsWith(settings ?? 'settings'))
      .map((name) => readFile(join(home.profile, name), 'utf8')),
  );
  expect(kept).toContain(garbage);

  await button(page, 'Dismiss').click();
  await home.quit();
  await startAgain();
  await unpaidInvoices(home.page).first().waitFor();
  expect(await alert(home.page, /settings/i).count()).toBe(0);
  await home.quit();
});

test('a database damaged in part keeps the login and the unsent entry', async () => {
  const path = join(home.profile, 'traybooks.db');
  const database = await open(path, 'r+');
  // The last third of the file: cached lists, which come again from FreshBooks.
  const { size } = await database.stat();
  const from = Math.ceil((size * 2) / 3 / 4096) * 4096;
  await database.write(Buffer.alloc(size - from, 'garbage '), 0, size - from, from);
  await database.close();
  await startAgain();
  const { page } = home;
  await alert(page, 'Traybooks’ data file was damaged.').waitFor();
  await alert(page, '1 unsent entry was kept').waitFor();
  await todaysEntries(page).filter({ hasText: 'Not sent yet' }).waitFor();
  await picture(page, 'damaged-database');

  await home.comeBack();
  await button(page, 'Refresh').click();
  const sent = () =>
    home.sandbox.backstage.timeEntries().filter(({ note }) => note === 'Not sent yet');
  await expect.poll(() => sent().length, { timeout: 15_000 }).toBe(1);
  await unpaidInvoices(page).first().waitFor();
  await home.quit();
});

test('a database that is garbage from end to end starts anew, and the welcome says why', async () => {
  await writeFile(join(home.profile, 'traybooks.db'), Buffer.alloc(60_000, 'not a database '));
  await startAgain();
  const { page } = home;
  await button(page, 'Connect FreshBooks').waitFor();
  await alert(page, 'Traybooks’ data file was damaged.').waitFor();
  await picture(page, 'database-of-garbage');
  const aside = (await readdir(home.profile)).filter((name) => name.includes('.damaged-'));
  expect(aside.length).toBeGreaterThan(0);
  await home.connect();
  expect(await unpaidInvoices(page).count()).toBe(11);
});
