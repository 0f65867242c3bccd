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
import { ROOT } from '../../support/app/running-app.ts';
import { alert, button } from '../../support/app/screens.ts';

const PICTURES = join(ROOT, 'test-output/desktop');
const SERVICE = 'Traybooks (development)';

let installation: Installation;

afterEach(() => installation.close());

/** Of connections only: the listener's certificate belongs to the installation and stays. */
async function entriesOfConnections(): Promise<readonly string[]> {
  const all = await keytar.findCredentials(SERVICE);
  // The keychain tells them in no order.
  return all
    .map(({ account }) => account)
    .filter((account) => account.includes('/'))
    .sort();
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
    await installation.start({ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/bus' });
    await installation.askToConnect();
    const words = alert(installation.page, 'This desktop has no keychain Traybooks can use.');
    await words.waitFor();
    expect(await words.textContent()).toContain('install gnome-keyring and libsecret');
    await pictureOfScreen(join(PICTURES, 'keychain-missing.png'));
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
    await stillGoesOn();
    await nothingSecretWasWritten();
    await keychain.close();
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
