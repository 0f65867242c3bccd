// A sign-in that goes wrong says why, says what to do, and costs nobody what they typed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOOPBACK_PORTS, REDIRECT_URIS } from '../../../shared/redirect-uris.ts';
import { SCOPES } from '../../../shared/scopes.ts';
import { Installation } from '../../support/app/installation.ts';
import { occupy } from '../../support/app/occupied-ports.ts';
import { picture } from '../../support/app/pictures.ts';
import { alert, button, typedInto, unpaidInvoices } from '../../support/app/screens.ts';
import { consent, load } from '../../support/followed-browser.ts';

const FIELDS = ['Client ID', 'Client secret'];
let home: Installation;

beforeAll(async () => {
  home = await Installation.make();
  await home.start();
});
afterAll(() => home.close());

/** From the form that already holds the credentials. */
async function tryAgain(): Promise<void> {
  await button(home.page, 'Continue in browser').click();
}

async function pasteAddress(text: string): Promise<void> {
  const { page } = home;
  await page.getByRole('textbox', { name: 'Paste the address you were sent to' }).fill(text);
  await button(page, 'Use this address').click();
}

/** The status of every answer of the token endpoint so far. */
function tokenRequests(): readonly (number | null)[] {
  return home.sandbox.requests
    .filter(({ path }) => path === '/auth/oauth/token')
    .map(({ status }) => status);
}

/** Whether a person sees the field without scrolling. */
async function isInView(name: string): Promise<boolean> {
  return home.page.getByRole('textbox', { name }).evaluate((field) => {
    const { x, y, width, height } = field.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2) === field;
  });
}

function withState(address: string, state: string): string {
  const url = new URL(address);
  url.searchParams.set('state', state);
  return url.href;
}

describe('before anyone is connected', () => {
  test('a wrong client secret is told before any browser opens, and both fields keep what they held', async () => {
    const { clientId } = home.credentials;
    await home.askToConnect({ clientId, clientSecret: 'not-the-secret' });
    const { page } = home;
    await alert(page, 'FreshBooks does not know this client ID and secret.').waitFor();
    await alert(page, 'Copy both again from your app’s page').waitFor();
    expect(await typedInto(page, FIELDS)).toEqual([clientId, 'not-the-secret']);
    expect(await isInView('Client secret')).toBe(true);
    expect(await home.addresses.count()).toBe(0);
    expect(tokenRequests()).toEqual([401]);
    await picture(page, 'wrong-client-secret');
  });

  test('a wrong client secret that is used all the same is told after consent, back at the fields', async () => {
    const { page } = home;
    await button(page, 'Go on anyway').click();
    await load(await consent(await home.addresses.next(), 'authorize'));
    await alert(page, 'FreshBooks does not know this client ID and secret.').waitFor();
    const { clientId, clientSecret } = home.credentials;
    expect(await typedInto(page, FIELDS)).toEqual([clientId, 'not-the-secret']);
    expect(await isInView('Client secret')).toBe(true);
    await page.getByRole('textbox', { name: 'Client secret' }).fill(clientSecret);
  });

  test('the right pair is known, and goes on at the same press that asked', async () => {
    const { page } = home;
    const before = tokenRequests().length;
    await tryAgain();
    await home.addresses.next();
    await page.getByRole('img', { name: /Drawing of a browser window/ }).waitFor();
    await button(page, 'Cancel').click();
    await page.getByText('FreshBooks knows this app').waitFor();
    await tryAgain();
    await home.addresses.next();
    await button(page, 'Cancel').click();
    await button(page, 'Continue in browser').waitFor();
    // Asked once for this pair, not again the second time.
    expect(tokenRequests().slice(before)).toEqual([400]);
  });

  test('a code pasted alone that FreshBooks does not take is told apart from one the browser brought', async () => {
    const { page } = home;
    await tryAgain();
    await home.addresses.next();
    await pasteAddress('0123456789abcdef0123456789abcdef');
    await alert(page, 'FreshBooks did not accept the code that was pasted.').waitFor();
    await tryAgain();
    const back = new URL(await consent(await home.addresses.next(), 'authorize'));
    back.searchParams.set('code', '0123456789abcdef0123456789abcdef');
    await load(back.href);
    await alert(page, 'FreshBooks did not accept the code the browser came back with.').waitFor();
    await alert(page, `${back.origin}${back.pathname} is not registered exactly so`).waitFor();
    const { clientId, clientSecret } = home.credentials;
    expect(await typedInto(page, FIELDS)).toEqual([clientId, clientSecret]);
    await picture(page, 'code-refused');
  });

  test('refused consent is told, and connecting again is one press away', async () => {
    const { page } = home;
    await tryAgain();
    await load(await consent(await home.addresses.next(), 'cancel'));
    await alert(page, 'Access was not granted in FreshBooks.').waitFor();
    await alert(page, 'Connect again whenever you like.').waitFor();
    const { clientId, clientSecret } = home.credentials;
    expect(await typedInto(page, FIELDS)).toEqual([clientId, clientSecret]);
    await picture(page, 'refused-consent');
  });

  test('cancelling oneself needs no alert', async () => {
    const { page } = home;
    await tryAgain();
    await home.addresses.next();
    await button(page, 'Cancel').click();
    await button(page, 'Continue in browser').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('all three ports taken are named, and free ones work without typing again', async () => {
    const { page } = home;
    const release = await occupy(LOOPBACK_PORTS);
    try {
      await tryAgain();
      await alert(page, '47821, 47822, 47823').waitFor();
      await alert(page, 'Close the program using one of them, then try again.').waitFor();
      await picture(page, 'ports-taken');
    } finally {
      await release();
    }
    await tryAgain();
    await home.addresses.next();
    await button(page, 'Cancel').click();
  });

  test('FreshBooks out of reach after consent is told', async () => {
    const { page } = home;
    await tryAgain();
    const back = await consent(await home.addresses.next(), 'authorize');
    await home.goOffline();
    await load(back);
    await alert(page, 'We couldn’t reach FreshBooks.').waitFor();
    await alert(page, 'Check that this computer is online, then try again.').waitFor();
    await picture(page, 'offline-while-signing-in');
    await home.comeBack();
    const { clientId, clientSecret } = home.credentials;
    expect(await typedInto(page, FIELDS)).toEqual([clientId, clientSecret]);
  });

  test('an answer of another sign-in is refused, by browser and by paste, and this one goes on', async () => {
    const { page } = home;
    await tryAgain();
    const back = await consent(await home.addresses.next(), 'authorize');
    const forged = withState(back, 'somebody-elses-state');

    const answer = await load(forged);
    expect(answer.status).toBe(403);
    await pasteAddress(forged);
    await alert(page, 'That address belongs to another sign-in.').waitFor();
    await alert(page, 'This sign-in is still waiting.').waitFor();
    await picture(page, 'wrong-state');
    await pasteAddress('the page would not open');
    await alert(page, 'neither the address you were sent to nor a code').waitFor();

    await pasteAddress(back);
    await page.getByRole('heading', { name: 'Connected as Maya Okafor' }).waitFor();
    await button(page, 'Open Traybooks').click();
    await unpaidInvoices(page).first().waitFor();
  });
});

describe('when FreshBooks has ended the session', () => {
  test('the cached invoices stay, and the person is asked to connect again', async () => {
    const { page } = home;
    home.sandbox.backstage.revokeEverything();
    await button(page, 'Refresh').click();
    await alert(page, 'FreshBooks ended this session.').waitFor();
    expect(await unpaidInvoices(page).count()).toBe(11);
    await picture(page, 'session-ended');
  });

  test('connecting again types nothing again, and goes on where it stopped', async () => {
    const { page } = home;
    await button(page, 'Connect again').click();
    await load(await consent(await home.addresses.next(), 'authorize'));
    await button(page, 'Open Traybooks').click();
    await unpaidInvoices(page).first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});

// Last: the other installation's window takes the focus, and this one's popover hides.
describe('when the browser ends on FreshBooks’ own error page', () => {
  test('a scope that is not ticked is among what to compare, while it still waits', async () => {
    const other = await Installation.make();
    try {
      await other.start();
      const { page } = other;
      const lacking = other.sandbox.registerApp({
        name: 'Traybooks',
        redirectUris: REDIRECT_URIS,
        scopes: SCOPES.filter((scope) => scope !== 'user:time_entries:write'),
      });
      // FreshBooks knows the app, and refuses it only in the browser.
      await other.askToConnect(lacking);
      const shown = await fetch(await other.addresses.next());
      expect([shown.status, shown.redirected]).toEqual([400, false]);
      await page.getByRole('button', { name: 'Cancel' }).waitFor();
      await page.clock.install({ time: Date.now() });
      await page.clock.runFor(61_000);
      await page.getByText('Nothing has come back for a minute.').waitFor();
      await button(page, 'see what it may be').click();
      await button(page, 'Copy user:time_entries:write').waitFor();
      await button(page, 'Copy https://localhost:47821/callback').waitFor();
      await picture(page, 'freshbooks-error-page');
    } finally {
      await other.close();
    }
  });
});
