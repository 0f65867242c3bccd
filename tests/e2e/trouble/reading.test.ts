// Answers that cannot be used while the lists are read: each is told, the last good copy stays,
// and the next good answer clears it up.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { malformedJson, retyped } from '../../../electron/sandbox/faults/bent-answers.ts';
import { dropBeforeHandling } from '../../../electron/sandbox/faults/connection-faults.ts';
import type { FaultOutcome } from '../../../electron/sandbox/faults/exchange.ts';
import {
  htmlBadGateway,
  notFound,
  rateLimited,
  scopeMissing,
  unauthenticated,
} from '../../../electron/sandbox/faults/refusals.ts';
import { Installation } from '../../support/app/installation.ts';
import { picture } from '../../support/app/pictures.ts';
import { alert, button, refresh, today, unpaidInvoices } from '../../support/app/screens.ts';
import { openPopover } from '../../support/app/window.ts';

const INVOICES = /\/invoices\/invoices$/;
let home: Installation;

beforeAll(async () => {
  home = await Installation.make();
  await home.start();
  await home.connect();
  await openPopover(home.app);
});
afterEach(() => home.sandbox.faults.clear());
afterAll(() => home.close());

function spoilInvoices(outcome: FaultOutcome, times = Number.POSITIVE_INFINITY) {
  return home.sandbox.faults.next({ when: { method: 'GET', path: INVOICES }, outcome, times });
}

function requests(path: RegExp): number {
  return home.sandbox.requests.filter((request) => path.test(request.path)).length;
}

interface Trouble {
  readonly name: string;
  readonly outcome: FaultOutcome;
  readonly told: string;
  readonly next: string;
}

const TROUBLES: readonly Trouble[] = [
  {
    name: '502 with a web page',
    outcome: htmlBadGateway,
    told: 'FreshBooks gave an answer we could not use.',
    next: 'Try again in a minute. (502',
  },
  {
    name: 'malformed JSON',
    outcome: malformedJson,
    told: 'FreshBooks gave an answer we could not use.',
    next: '(200: broken JSON)',
  },
  {
    name: 'an answer of the wrong shape',
    outcome: retyped('response.result.invoices.0.outstanding.amount', 12),
    told: 'FreshBooks gave an answer we could not use.',
    next: 'invoices.0.outstanding',
  },
  {
    name: '404',
    outcome: notFound,
    told: 'FreshBooks no longer has',
    next: 'Refresh',
  },
  {
    name: 'a connection that breaks off',
    outcome: dropBeforeHandling,
    told: 'We couldn’t reach FreshBooks.',
    next: 'once you’re back online',
  },
];

describe('while the invoices are read', () => {
  test.each(TROUBLES)(
    '$name is told with a next step, and the last copy stays',
    async (trouble) => {
      const { page } = home;
      spoilInvoices(trouble.outcome);
      await refresh(page);
      await alert(page, trouble.told).waitFor();
      await alert(page, trouble.next).waitFor();
      expect(await page.getByRole('alert').count()).toBe(1);
      expect(await unpaidInvoices(page).count()).toBe(11);
      await picture(page, `reading-${trouble.name.replaceAll(/\W+/g, '-')}`);

      home.sandbox.faults.clear();
      await refresh(page);
      await page.getByRole('alert').waitFor({ state: 'detached' });
      expect(await unpaidInvoices(page).count()).toBe(11);
    },
  );

  test('403 switches invoices off, says why, and leaves the last copy and the rest', async () => {
    const { page } = home;
    spoilInvoices(scopeMissing);
    await refresh(page);
    await alert(page, 'FreshBooks does not let you use the invoices of this business.').waitFor();
    await alert(page, 'Ask its owner to change your role.').waitFor();
    await button(page, 'Connect again').waitFor();
    expect(await page.getByRole('alert').count()).toBe(1);
    expect(await unpaidInvoices(page).count()).toBe(11);
    // The refresh did what it could: the other lists are as new as they can be.
    await page.getByText('Last refreshed: just now').waitFor();
    // Not knowing is not the same as being paid.
    expect(await page.getByText(/all paid|nobody owes|every invoice is paid/i).count()).toBe(0);
    await today(page).waitFor();
    await picture(page, 'reading-403');

    home.sandbox.faults.clear();
    await refresh(page);
    await unpaidInvoices(page).first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('a 401 costs one new token and one repetition, and nobody notices', async () => {
    const { page } = home;
    const tokens = requests(/\/oauth\/token$/);
    const fault = spoilInvoices(unauthenticated('accounting-old'), 1);
    await refresh(page);
    expect(fault.used).toBe(1);
    expect(requests(/\/oauth\/token$/)).toBe(tokens + 1);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('401 again after that is told instead of tried for ever', async () => {
    const { page } = home;
    const tokens = requests(/\/oauth\/token$/);
    const fault = spoilInvoices(unauthenticated('message'));
    await refresh(page);
    await button(page, 'Connect again').waitFor();
    expect(requests(/\/oauth\/token$/)).toBe(tokens + 1);
    expect(fault.used).toBe(2);
    expect(await unpaidInvoices(page).count()).toBe(11);
    await picture(page, 'reading-401-twice');
    home.sandbox.faults.clear();
    await refresh(page);
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  test('429 says for how long, asks nothing meanwhile, and goes on by itself', async () => {
    const { page } = home;
    spoilInvoices(rateLimited(3), 1);
    await refresh(page);
    await alert(page, 'FreshBooks asked us to slow down.').waitFor();
    await alert(page, /Trying again in [123] s\./).waitFor();
    await picture(page, 'reading-429');
    const asked = home.sandbox.requests.length;
    await button(page, 'Refresh').click();
    await alert(page, /Trying again in/).waitFor();
    expect(home.sandbox.requests.length).toBe(asked);
    await page.getByRole('alert').waitFor({ state: 'detached' });
    expect(home.sandbox.requests.length).toBeGreaterThan(asked);
  });
});
