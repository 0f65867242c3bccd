// The first minutes of a newcomer: the three ways from the welcome to "Connected as".
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { REDIRECT_URIS } from '../../../shared/redirect-uris.ts';
import { Installation } from '../../support/app/installation.ts';
import { button, typedInto, unpaidInvoices } from '../../support/app/screens.ts';
import { editToPlainHttp, proceed, warnedAt } from '../../support/certificate-warning.ts';
import { findChromium, openPersonsBrowser, type PersonsBrowser } from '../../support/chromium.ts';
import { listeningAddresses } from '../../support/listening-sockets.ts';

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

describe.skipIf(noChromium)('connecting with one’s own app', () => {
  let browser: PersonsBrowser;
  // Each a new one: a browser remembers whom it was told to trust.
  beforeEach(async () => {
    browser = await openPersonsBrowser({ headless: true });
  });
  afterEach(() => browser.close());

  /** Says yes in FreshBooks. @returns the tab, and where its certificate warning stands */
  async function authorize(): Promise<{ readonly tab: Page; readonly address: string }> {
    await home.askToConnect();
    const consent = await home.addresses.next();
    expect(consent).not.toContain(home.credentials.clientSecret);
    const tab = await browser.open(consent);
    const address = await warnedAt(tab, () => button(tab, 'Authorize').click());
    expect(address).toMatch(/^https:\/\/localhost:478\d\d\/callback\?/);
    return { tab, address };
  }

  /** The last page promises nothing yet, and the code is gone from the address bar. */
  async function expectLastPage(tab: Page, scheme: 'https' | 'http'): Promise<void> {
    await tab.getByRole('heading', { name: 'FreshBooks’ answer arrived' }).waitFor();
    expect(tab.url()).toMatch(new RegExp(`^${scheme}://localhost:478\\d\\d/callback$`));
  }

  async function expectConnected(): Promise<void> {
    await home.page.getByRole('heading', { name: 'Connected as Maya Okafor' }).waitFor();
    const ports = REDIRECT_URIS.map((uri) => Number(new URL(uri).port));
    expect(ports.flatMap(listeningAddresses)).toEqual([]);
  }

  test('goes through the certificate warning to who is connected', async () => {
    const { tab } = await authorize();
    await proceed(tab);
    await expectLastPage(tab, 'https');
    await expectConnected();

    const { page } = home;
    await page.getByText('maya@larkfield.example').waitFor();
    const memberships = page.getByRole('list', { name: 'Memberships' }).getByRole('listitem');
    expect(await memberships.allTextContents()).toEqual([
      expect.stringMatching(/Larkfield Studio.*owner/i),
      expect.stringMatching(/Tern & Co.*employee/i),
    ]);
    await button(page, 'Open Traybooks').click();
    await unpaidInvoices(page).first().waitFor();
    await signOut();
  });

  test('signing out revokes the tokens at FreshBooks', () => {
    expect(home.sandbox.backstage.countRefreshTokens()).toBe(0);
  });

  test('works over plain HTTP on the same port, by editing the address', async () => {
    const { tab, address } = await authorize();
    await editToPlainHttp(tab, address);
    await expectLastPage(tab, 'http');
    await expectConnected();
    await signOut();
  });

  test('works by pasting the address of the warning, however it was copied', async () => {
    const { address } = await authorize();
    const { page } = home;
    await page
      .getByRole('textbox', { name: 'Paste the address you were sent to' })
      .fill(`  "${address}"\n`);
    await button(page, 'Use this address').click();
    await expectConnected();
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
