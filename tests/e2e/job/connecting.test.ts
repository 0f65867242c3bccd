// The first minutes of a newcomer: the three ways from the welcome to "Connected as".
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Installation } from '../../support/app/installation.ts';
import { button, typedInto, unpaidInvoices } from '../../support/app/screens.ts';
import { findChromium, openPersonsBrowser } from '../../support/chromium.ts';
import { consent } from '../../support/followed-browser.ts';

const noChromium = findChromium() === null;
let home: Installation;

beforeAll(async () => {
  home = await Installation.make();
  await home.start();
});
afterAll(() => home.close());

async function signOut(): Promise<void> {
  await button(home.page, 'Settings').click();
  await button(home.page, 'Sign out').click();
  await home.page.getByText('No FreshBooks account is connected').waitFor();
  await button(home.page, 'Back').click();
  await button(home.page, 'Try with sample data').waitFor();
}

describe('the welcome', () => {
  test('asks for the client ID and secret, and says what to register where', async () => {
    const { page } = home;
    await button(page, 'Connect FreshBooks').click();
    for (const port of [47821, 47822, 47823]) {
      const uri = `https://localhost:${port}/callback`;
      await button(page, `Copy ${uri}`).click();
      await button(page, `Copied ${uri}`).waitFor();
      expect(await home.app.electron.evaluate(({ clipboard }) => clipboard.readText())).toBe(uri);
    }
    await button(page, 'Copy all scopes').click();
    await button(page, 'Copied all scopes').waitFor();
    expect(await home.app.electron.evaluate(({ clipboard }) => clipboard.readText())).toContain(
      'user:time_entries:write',
    );
    await button(page, 'Back').click();
  });
});

describe('connecting with one’s own app', () => {
  test.skipIf(noChromium)(
    'goes through consent in a browser, past the certificate, to who is connected',
    async () => {
      await home.askToConnect();
      const address = await home.addresses.next();
      expect(new URL(address).searchParams.get('redirect_uri')).toMatch(/^https:\/\/localhost:478/);
      expect(address).not.toContain(home.credentials.clientSecret);

      const browser = await openPersonsBrowser({ headless: true, acceptCertificate: true });
      try {
        const form = await browser.open(address);
        await button(form, 'Authorize').click();
        await form.getByText('close this tab').waitFor();
        // The code is gone from the address bar, and with it from the history.
        expect(form.url()).toMatch(/^https:\/\/localhost:478\d\d\/callback$/);
      } finally {
        await browser.close();
      }

      const { page } = home;
      await page.getByRole('heading', { name: 'Connected as Maya Okafor' }).waitFor();
      await page.getByText('maya@larkfield.example').waitFor();
      const memberships = page.getByRole('list', { name: 'Memberships' }).getByRole('listitem');
      expect(await memberships.allTextContents()).toEqual([
        expect.stringMatching(/Larkfield Studio.*owner/i),
        expect.stringMatching(/Tern & Co.*employee/i),
      ]);
      await button(page, 'Open Traybooks').click();
      await unpaidInvoices(page).first().waitFor();
      await signOut();
    },
  );

  test('signing out revokes the tokens at FreshBooks', () => {
    expect(home.sandbox.backstage.countRefreshTokens()).toBe(0);
  });

  test('works by pasting the address, however it was copied', async () => {
    const { page } = home;
    await home.askToConnect();
    const address = await consent(await home.addresses.next(), 'authorize');
    await page
      .getByRole('textbox', { name: 'Paste the address you were sent to' })
      .fill(`  "${address}"\n`);
    await button(page, 'Use this address').click();
    await page.getByRole('heading', { name: 'Connected as Maya Okafor' }).waitFor();
    await signOut();
  });

  test('forgets the credentials once they have done their work', async () => {
    await button(home.page, 'Connect FreshBooks').click();
    expect(await typedInto(home.page, ['Client ID', 'Client secret'])).toEqual(['', '']);
    await button(home.page, 'Back').click();
  });
});

describe('trying with sample data', () => {
  test.skipIf(noChromium)(
    'takes the same way over plain HTTP, without a certificate warning',
    async () => {
      const { page } = home;
      await button(page, 'Try with sample data').click();
      const browser = await openPersonsBrowser({ headless: true });
      try {
        const form = await browser.open(await home.addresses.next());
        await button(form, 'Cancel').waitFor();
        await button(form, 'Authorize').click();
        await form.waitForURL(/^http:\/\/localhost:478\d\d\/callback/);
      } finally {
        await browser.close();
      }
      await page.getByRole('heading', { name: 'Connected as Maya Okafor' }).waitFor();
      await page.getByText('sample data').waitFor();
      await button(page, 'Open Traybooks').click();
      await unpaidInvoices(page).first().waitFor();
    },
  );
});
