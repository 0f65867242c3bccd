// Saving an entry while FreshBooks refuses, breaks or says nothing: it is kept, the list tells how
// it fares, and none is ever there twice.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { malformedJson } from '../../../electron/sandbox/faults/bent-answers.ts';
import { dropAfterHandling } from '../../../electron/sandbox/faults/connection-faults.ts';
import type { FaultOutcome } from '../../../electron/sandbox/faults/exchange.ts';
import {
  fieldsRefused,
  htmlBadGateway,
  notFound,
  rateLimited,
  scopeMissing,
  unauthenticated,
} from '../../../electron/sandbox/faults/refusals.ts';
import { Installation } from '../../support/app/installation.ts';
import { logTime } from '../../support/app/log-time.ts';
import { picture } from '../../support/app/pictures.ts';
import { todaysEntries } from '../../support/app/screens.ts';
import { openPopover } from '../../support/app/window.ts';

let home: Installation;

beforeAll(async () => {
  home = await Installation.make();
  await home.start();
  await home.connect();
});
beforeEach(async () => {
  await openPopover(home.app);
});
afterEach(() => home.sandbox.faults.clear());
afterAll(() => home.close());

function spoilSaving(outcome: FaultOutcome) {
  return home.sandbox.faults.next({
    when: { method: 'POST', path: /\/time_entries$/ },
    outcome,
  });
}

function saved(note: string): number {
  return home.sandbox.backstage.timeEntries().filter((entry) => entry.note === note).length;
}

function rowNoted(note: string) {
  return todaysEntries(home.page).filter({ hasText: note });
}

/** Once, and with nothing left to say at its row. */
async function arrived(note: string): Promise<void> {
  await expect.poll(() => saved(note)).toBe(1);
  await rowNoted(note).waitFor();
  await rowNoted(note)
    .filter({ hasText: /waiting|sending|unsure/ })
    .waitFor({ state: 'detached' });
  expect(saved(note)).toBe(1);
}

async function save(note: string): Promise<void> {
  await logTime(home.app, { duration: '25m', note });
}

describe('an entry FreshBooks does not want', () => {
  test('is in the list with the reason for each field', async () => {
    const { page } = home;
    spoilSaving(fieldsRefused({ duration: 'is too short here', project_id: 'is archived' }));
    await save('Refused');
    await rowNoted('Refused').filter({ hasText: 'is too short here' }).waitFor();
    await rowNoted('Refused').filter({ hasText: 'is archived' }).waitFor();
    expect(saved('Refused')).toBe(0);
    await picture(page, 'saving-422');
  });

  test.each([
    { name: '403', outcome: scopeMissing, told: 'your role does not allow it' },
    { name: '404', outcome: notFound, told: 'is no longer in FreshBooks' },
  ])('for a $name is in the list, with the reason', async ({ name, outcome, told }) => {
    const { page } = home;
    spoilSaving(outcome);
    await save(`After ${name}`);
    await rowNoted(`After ${name}`).filter({ hasText: told }).waitFor();
    await picture(page, `saving-${name}`);
    expect(saved(`After ${name}`)).toBe(0);
  });
});

describe('an entry whose sending went wrong', () => {
  test('is sent once more after a 401, with a new token', async () => {
    const fault = spoilSaving(unauthenticated('current'));
    await save('With a new token');
    await arrived('With a new token');
    expect(fault.used).toBe(1);
  });

  test('is found in FreshBooks when only the answer was lost', async () => {
    spoilSaving(dropAfterHandling);
    await save('Answer lost');
    await arrived('Answer lost');
  });

  test('is found in FreshBooks when the answer cannot be read', async () => {
    spoilSaving(malformedJson);
    await save('Answer unreadable');
    await arrived('Answer unreadable');
  });

  test('is kept and told as unsure after a 502, and not sent again at once', async () => {
    const { page } = home;
    spoilSaving(htmlBadGateway);
    await save('After a 502');
    await rowNoted('After a 502').filter({ hasText: 'unsure' }).waitFor();
    expect(saved('After a 502')).toBe(0);
    await picture(page, 'saving-502');
  });

  test('is kept waiting after a 429, and survives the window, the next refresh and a restart', async () => {
    const { page } = home;
    spoilSaving(rateLimited(120));
    await save('Slowed down');
    await rowNoted('Slowed down').filter({ hasText: 'waiting to send' }).waitFor();
    await picture(page, 'saving-429');
    expect(saved('Slowed down')).toBe(0);

    await home.restart();
    // A new process knows of no pause; FreshBooks lets it through now.
    await rowNoted('Slowed down').waitFor();
    await rowNoted('Slowed down')
      .filter({ hasText: /waiting|sending/ })
      .waitFor({ state: 'detached' });
    expect(saved('Slowed down')).toBe(1);
    await rowNoted('After a 502').waitFor();
    expect(saved('After a 502')).toBeLessThanOrEqual(1);
  });
});
