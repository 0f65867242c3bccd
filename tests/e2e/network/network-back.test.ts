// Off the network and back: noticed without being asked, while the window is hidden too.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pressKeys } from '../../support/app/hands.ts';
import { Installation } from '../../support/app/installation.ts';
import { refresh } from '../../support/app/screens.ts';
import { windowIs } from '../../support/app/window.ts';

let installation: Installation;

beforeAll(async () => {
  installation = await Installation.make();
  await installation.start();
  await installation.connect();
});

afterAll(() => installation.close());

describe('a network that comes back', () => {
  it('brings the lists up to date by itself, with the window hidden', async () => {
    const { app, page } = installation;
    await page.context().setOffline(true);
    await installation.goOffline();
    await refresh(page);
    await page.getByText('We couldn’t reach FreshBooks.').first().waitFor();
    await pressKeys('Escape');
    await windowIs(app, 'hidden');

    await installation.comeBack();
    expect(installation.sandbox.requests).toEqual([]);
    await page.context().setOffline(false);
    await expect.poll(() => installation.sandbox.requests.length).toBeGreaterThan(0);
    await page.getByText('We couldn’t reach FreshBooks.').first().waitFor({ state: 'detached' });
  });
});
