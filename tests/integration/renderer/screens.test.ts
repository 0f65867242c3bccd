// Every screen in every state, in a real browser under the app's content policy: nothing breaks,
// nothing is refused by the policy, and axe finds no fault, light and dark.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Surface } from '../../../shared/ipc.ts';
import {
  type PreviewBrowser,
  startPreviewBrowser,
} from '../../support/renderer-preview/preview-browser.ts';
import type { PreviewPage } from '../../support/renderer-preview/preview-page.ts';
import { SAMPLE_CHECKS, sampleDetails } from '../../support/renderer-preview/sample-answers.ts';
import {
  type SampleName,
  sampleSnapshots,
} from '../../support/renderer-preview/sample-snapshots.ts';

let preview: PreviewBrowser;
let axe: string;

beforeAll(async () => {
  preview = await startPreviewBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
}, 60_000);
afterAll(() => preview?.close());

const samples = sampleSnapshots(Date.now());

/** @param part a selector, to look at nothing else */
async function faults({ page }: PreviewPage, part = 'html'): Promise<readonly string[]> {
  await page.evaluate(axe);
  const results = (await page.evaluate(`axe.run(${JSON.stringify(part)})`)) as AxeResults;
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
}

const SCREENS: readonly [SampleName, Surface, string][] = [
  ...(Object.keys(samples) as SampleName[]).map(
    (name) => [name, 'popover', 'main'] as [SampleName, Surface, string],
  ),
  ['full', 'log-time', 'text=Continue Studio admin'],
  ['loading', 'log-time', 'text=are being read'],
  ['timeOff', 'log-time', 'text=is off'],
  ['full', 'settings', 'text=Appearance'],
  ['refused', 'settings', 'text=Another program uses these keys'],
  ['signedOut', 'settings', 'text=No FreshBooks account'],
  ['threeLogins', 'settings', 'text=In use'],
  ['usedElsewhere', 'settings', 'text=will want a sign-in'],
  ['usedElsewhereHard', 'settings', 'text=Wants a sign-in'],
];

describe.each([
  ['light', false],
  ['dark', true],
] as const)('in %s', (_appearance, dark) => {
  let opened: PreviewPage;
  beforeAll(async () => {
    opened = await preview.open({ snapshot: samples.full, dark });
    await opened.page.getByRole('combobox', { name: 'Log time' }).waitFor();
  });
  afterAll(() => opened?.page.context().close());

  it.each(SCREENS)('%s on the %s surface has no fault', async (name, surface, sign) => {
    await opened.emit({ name: 'snapshot.changed', slices: samples[name] });
    await opened.emit({ name: 'surface.shown', surface });
    await opened.page.locator(sign).first().waitFor();
    expect(await faults(opened)).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });

  it('the open list of businesses and logins has no fault', async () => {
    const { page } = opened;
    await opened.emit({ name: 'snapshot.changed', slices: samples.threeLogins });
    await opened.emit({ name: 'surface.shown', surface: 'popover' });
    await page.getByRole('button', { name: /Business/ }).click();
    await page.getByRole('option', { name: 'Jonas Weatherby' }).waitFor();
    expect(await faults(opened, '[role="listbox"]')).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it.each([
    ['in the bar', 'log-time'],
    ['at the popover’s foot', 'popover'],
  ] as const)('the quick-add line at work has no fault %s', async (_place, surface) => {
    const { page } = opened;
    await opened.emit({ name: 'snapshot.changed', slices: samples.full });
    await opened.emit({ name: 'surface.shown', surface });
    const line = page.getByRole('combobox', { name: 'Log time' });
    await line.fill('acme kick-off');
    await line.press('Enter');
    await page.getByRole('alert').filter({ hasText: 'How long?' }).waitFor();
    await line.press('ArrowDown');
    await page.getByRole('option', { selected: true }).waitFor();
    expect(await faults(opened)).toEqual([]);
    expect(opened.complaints).toEqual([]);
    await line.fill('');
  });

  it.each([
    ['week', 'Brand refresh', 'Enter', 'Save changes'],
    ['everyState', 'API rebuild', 'e', 'Save changes'],
    ['everyState', 'Studio admin', 'Enter', 'Keep both'],
  ] as const)('%s with %s open has no fault', async (name, title, key, sign) => {
    const fresh = await preview.open({ snapshot: samples[name], dark });
    const { page } = fresh;
    await page.locator('.row-entry:visible', { hasText: title }).first().focus();
    await page.keyboard.press(key);
    await page.getByRole('button', { name: sign }).waitFor();
    expect(await faults(fresh)).toEqual([]);
    expect(fresh.complaints).toEqual([]);
  });

  it('another day of the week, and the unbilled clients, have no fault', async () => {
    const fresh = await preview.open({ snapshot: samples.week, dark });
    const { page } = fresh;
    await page.locator('.week-day[data-today]:visible').focus();
    await page.keyboard.press('PageUp');
    await page.keyboard.press('u');
    await page.getByRole('list', { name: 'Unbilled by client' }).waitFor();
    expect(await faults(fresh)).toEqual([]);
    expect(fresh.complaints).toEqual([]);
  });

  it('connecting has no fault', async () => {
    await opened.emit({ name: 'snapshot.changed', slices: samples.signInFailed });
    await opened.emit({ name: 'surface.shown', surface: 'popover' });
    await opened.page.getByRole('button', { name: 'Connect FreshBooks' }).click();
    expect(await faults(opened)).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });

  it('everything in the settings laid open has no fault', async () => {
    const { page } = opened;
    const value = {
      ...sampleDetails(Date.now()),
      missingScopes: ['user:invoices:read'],
      keychain: { name: 'Memory', kept: 'until-quit' },
    };
    await opened.answerNext('connection.details', { ok: true, value });
    const checks = SAMPLE_CHECKS.map((check) => ({ ...check, error: { code: 'offline' } }));
    await opened.answerNext('connection.test', { ok: true, value: checks });
    // Shown by a surface that was not there before, so that the details are asked for again.
    await opened.emit({ name: 'surface.shown', surface: 'popover' });
    await opened.emit({ name: 'snapshot.changed', slices: samples.threeLogins });
    await opened.emit({ name: 'surface.shown', surface: 'settings' });
    await page.getByRole('button', { name: 'Test connection' }).click();
    await page.getByText('Details', { exact: true }).click();
    await page.getByRole('button', { name: 'Copy diagnostics' }).click();
    await page.getByRole('button', { name: 'Remove Jonas' }).click();
    await page.getByText('Unpaid invoices are off.').waitFor();
    await page.getByRole('list', { name: 'Connection test' }).waitFor();
    expect(await faults(opened)).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });
});

it('draws the popover’s bones before the first answer', async () => {
  const opened = await preview.open({ snapshot: samples.full, neverAnswers: true });
  await opened.page.getByText('Owed to you').waitFor();
  expect((await opened.sent()).map(({ name }) => name)).toEqual(['snapshot.read']);
  expect(await faults(opened)).toEqual([]);
});

describe('a window without a frame', () => {
  it.each<[string, SampleName, Surface, ((page: Page) => Promise<void>)?]>([
    ['welcome', 'signInFailed', 'popover'],
    ['waiting', 'waitingForBrowser', 'popover'],
    [
      'connecting',
      'signedOut',
      'popover',
      (page) => page.getByRole('button', { name: 'Connect FreshBooks' }).click(),
    ],
    ['logging time', 'full', 'log-time'],
    ['settings', 'full', 'settings'],
  ])('is moved by its top while %s, and every button there is still pressed', async (...row) => {
    const [, name, surface, act] = row;
    const { page, emit } = await preview.open({ snapshot: samples[name] });
    await emit({ name: 'surface.shown', surface });
    await act?.(page);
    const top = page.locator('.drags:visible');
    await top.waitFor();
    const region = (part: Locator) =>
      part.evaluateAll((parts) =>
        parts.map((each) => getComputedStyle(each).getPropertyValue('-webkit-app-region')),
      );
    expect(await region(top)).toEqual(['drag']);
    const pressed = await region(top.locator('button, .note'));
    expect(new Set(pressed)).toEqual(new Set(pressed.length > 0 ? ['no-drag'] : []));
  });

  it('is not moved by the popover, which belongs to its icon', async () => {
    const { page } = await preview.open({ snapshot: samples.full });
    await page.getByRole('list', { name: 'Unpaid invoices' }).waitFor();
    expect(await page.locator('.drags:visible').count()).toBe(0);
  });
});
