// What happens without a usable keychain, on a desktop that really has none or a locked one, and
// that signing out leaves nothing in a good one.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import keytar from 'keytar';
import { afterEach, describe, expect, it } from 'vitest';
import { filesHolding } from '../../support/app/files-holding.ts';
import { focusedTitle, isOnScreen, pictureOfScreen, pressKeys } from '../../support/app/hands.ts';
import { Installation } from '../../support/app/installation.ts';
import { startLockedKeychain } from '../../support/app/locked-keychain.ts';
import { picture } from '../../support/app/pictures.ts';
import { ROOT } from '../../support/app/running-app.ts';
import { alert, button, unpaidInvoices } from '../../support/app/screens.ts';
import { openPopover } from '../../support/app/window.ts';
import { consent, load } from '../../support/followed-browser.ts';
import { keychainEntries } from '../../support/keychain-entries.ts';

const PICTURES = join(ROOT, 'test-output/desktop');
const SERVICE = 'Traybooks (development)';

/** As on a desktop without a session bus, let alone a keychain on it. */
const NO_BUS = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' };

let installation: Installation;

afterEach(() => installation.close());

/** Of connections only: the listener's certificate belongs to the installation and stays. */
async function entriesOfConnections(): Promise<readonly string[]> {
  return (await keychainEntries(SERVICE)).filter((account) => account.includes('/'));
}

async function nothingSecretWasWritten(): Promise<void> {
  const { clientId, clientSecret } = installation.credentials;
  expect(await filesHolding(installation.profile, [clientId, clientSecret])).toEqual([]);
}

async function stillGoesOn(): Promise<void> {
  const { page } = installation;
  // What was typed is still there, and every other way is open.
  expect(await page.getByRole('textbox', { name: 'Client ID' }).inputValue()).toBe(
    installation.credentials.clientId,
  );
  await expect.poll(() => button(page, 'Continue in browser').isEnabled()).toBe(true);
}

describe('the keychain', () => {
  it('is asked for in a clear sentence when the desktop has none', async () => {
    await mkdir(PICTURES, { recursive: true });
    installation = await Installation.make();
    await installation.start(NO_BUS);
    await installation.askToConnect();
    const words = alert(installation.page, 'This desktop has no keychain Traybooks can use.');
    await words.waitFor();
    expect(await words.textContent()).toMatch(/Install gnome-keyring and libsecret\S*, sign in to/);
    await pictureOfScreen(join(PICTURES, 'keychain-missing.png'));
    await picture(installation.page, 'keychain-missing');
    await stillGoesOn();
    await nothingSecretWasWritten();
    expect(await installation.addresses.count()).toBe(0);
  });

  it('is asked for in a clear sentence when it is locked and stays so', async () => {
    const keychain = await startLockedKeychain();
    installation = await Installation.make();
    await installation.start(keychain.env);
    await installation.askToConnect();
    // The desktop asks the person for the password; this one would rather not.
    await expect.poll(() => isOnScreen('Unlock Login Keyring'), { timeout: 10_000 }).toBe(true);
    await expect.poll(focusedTitle).toBe('Unlock Login Keyring');
    await pictureOfScreen(join(PICTURES, 'keychain-prompt.png'));
    await pressKeys('Escape');
    const words = alert(installation.page, 'The keychain is locked.');
    await words.waitFor();
    expect(await words.textContent()).toContain('Unlock it, then try again.');
    await pictureOfScreen(join(PICTURES, 'keychain-locked.png'));
    await picture(installation.page, 'keychain-locked');
    await stillGoesOn();
    await nothingSecretWasWritten();
    await keychain.close();
  });

  it('can be gone without until the app quits, which the next start says kindly', async () => {
    installation = await Installation.make();
    await installation.start(NO_BUS);
    await installation.askToConnect();
    await button(installation.page, 'Go on until I quit').click();
    await load(await consent(await installation.addresses.next(), 'authorize'));
    await button(installation.page, 'Open Traybooks').click();
    await unpaidInvoices(installation.page).first().waitFor();
    await nothingSecretWasWritten();
    const shown = await unpaidInvoices(installation.page).allTextContents();
    await installation.quit();
    await nothingSecretWasWritten();

    await installation.start(NO_BUS);
    await openPopover(installation.app);
    const { page } = installation;
    const words = alert(page, 'This sign-in was kept until you quit Traybooks, as you chose.');
    await words.waitFor();
    expect(await words.textContent()).toContain('cached invoices and unsent entries are kept');
    expect(await unpaidInvoices(page).allTextContents()).toEqual(shown);
    await picture(page, 'kept-until-quit');
  });

  it('still has its login when it is locked at the start, which is not told as gone', async () => {
    const keychain = await startLockedKeychain('unlocked');
    installation = await Installation.make();
    await installation.start(keychain.env);
    await installation.connect();
    await installation.quit();
    await keychain.lock();

    await installation.start(keychain.env);
    await openPopover(installation.app);
    await expect.poll(focusedTitle, { timeout: 10_000 }).toBe('Unlock Login Keyring');
    await pressKeys('Escape');
    const { page } = installation;
    // It hid when the prompt took the keyboard.
    await openPopover(installation.app);
    await alert(page, 'The keychain is locked.').waitFor();
    await picture(page, 'keychain-locked-at-start');
    // The login is still in there.
    expect(installation.sandbox.backstage.countRefreshTokens()).toBe(1);
    expect(await unpaidInvoices(page).count()).toBeGreaterThan(0);
    await keychain.close();
  });

  it('keeps nothing of a sign-in that was killed half-way, once started again', async () => {
    installation = await Installation.make();
    await installation.start();
    const before = await entriesOfConnections();
    await installation.askToConnect();
    await installation.addresses.next();
    await installation.app.kill();
    const [left = '', ...others] = (await entriesOfConnections()).filter(
      (account) => !before.includes(account),
    );
    expect([left, ...others]).toEqual([expect.stringMatching(/\/client$/)]);
    await installation.start();
    // Listing all while the app erases some of them ends libsecret; asking for one does not.
    await expect.poll(() => keytar.getPassword(SERVICE, left), { timeout: 10_000 }).toBeNull();
  });

  it('holds nothing of a connection any more once signed out', async () => {
    installation = await Installation.make();
    await installation.start();
    const before = await entriesOfConnections();
    await installation.connect();
    expect((await entriesOfConnections()).length).toBeGreaterThan(before.length);
    const { page } = installation;
    await button(page, 'Settings').click();
    await button(page, 'Sign out').click();
    await page.getByText('No FreshBooks account is connected.').waitFor();
    expect(await entriesOfConnections()).toEqual(before);
    expect(installation.sandbox.backstage.countRefreshTokens()).toBe(0);
  });
});
