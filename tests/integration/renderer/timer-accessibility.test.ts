// Everything drawn for the timer, light and dark: axe finds no fault, and the content policy none.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violations } from '../../support/app/accessibility.ts';
import {
  type PreviewBrowser,
  startPreviewBrowser,
} from '../../support/renderer-preview/preview-browser.ts';
import { sampleTimers, type TimerSample } from '../../support/renderer-preview/sample-timers.ts';

let preview: PreviewBrowser;
beforeAll(async () => {
  preview = await startPreviewBrowser();
}, 60_000);
afterAll(() => preview?.close());

const CHANGED = 'What it is for, or its start';

type Act = (page: Page) => Promise<void>;
const press =
  (name: string | RegExp): Act =>
  (page) =>
    page.getByRole('button', { name }).click();

const SCENES: readonly (readonly [name: string, sample: TimerSample, act?: Act])[] = [
  ['a running timer', 'running'],
  ['a paused timer', 'paused'],
  ['a timer about to be discarded', 'running', press('Discard')],
  ['a timer on this computer', 'onThisComputer'],
  ['a timer from elsewhere', 'fromElsewhere'],
  ['a timer left overnight', 'overnight'],
  [
    'the start of a timer',
    'running',
    async (page) => {
      await press(/^since/)(page);
      await page.getByRole('textbox', { name: CHANGED }).fill('started 20m ago');
    },
  ],
  [
    'what a timer becomes',
    'unnamed',
    async (page) => {
      await press(/^Harbour/)(page);
      await page.getByRole('textbox', { name: CHANGED }).fill('acme api fixed login');
    },
  ],
  [
    'a question about a timer',
    'running',
    async (page) => {
      await press('Clinic website')(page);
      await page.getByRole('textbox', { name: CHANGED }).fill('clinic #meetings');
    },
  ],
  ['the question after an absence', 'away'],
  [
    'an absence as an entry',
    'away',
    async (page) => {
      await press('Own entry…')(page);
      await page.getByRole('textbox', { name: 'What it was' }).fill('clinic 20m standup');
    },
  ],
  ['an absence split', 'away', press('Split…')],
  [
    'the settings of the timer',
    'rounded',
    async (page) => {
      await press('Settings')(page);
      await page.getByRole('region', { name: 'Time' }).waitFor();
    },
  ],
];

it.each(
  SCENES.flatMap(([name, sample, act]) =>
    [false, true].map((dark) => [name, dark ? 'dark' : 'light', sample, act] as const),
  ),
)('%s, %s', async (_name, appearance, sample, act) => {
  const snapshot = sampleTimers(Date.now())[sample];
  const { page, complaints } = await preview.open({
    snapshot,
    height: 720,
    dark: appearance === 'dark',
  });
  await page.getByRole('region', { name: 'Timer' }).waitFor();
  if (snapshot.timer.away) await page.getByRole('region', { name: /^You were away/ }).waitFor();
  await act?.(page);
  expect(await violations(page)).toEqual([]);
  expect(complaints).toEqual([]);
});
