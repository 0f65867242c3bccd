// What the page owes to eyes and ears alike: words that do not run together, and parts that stay
// where they are when a scroll bar comes.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Surface } from '../../../shared/ipc.ts';
import {
  type PreviewBrowser,
  startPreviewBrowser,
} from '../../support/renderer-preview/preview-browser.ts';
import {
  type SampleName,
  sampleSnapshots,
} from '../../support/renderer-preview/sample-snapshots.ts';

let preview: PreviewBrowser;
beforeAll(async () => {
  preview = await startPreviewBrowser();
}, 60_000);
afterAll(() => preview?.close());

const samples = sampleSnapshots(Date.now());

/** Where two neighbouring texts of one heading, row, line or button touch: "timeLarkfield". */
function wordsRunTogether(page: Page): Promise<readonly string[]> {
  return page.evaluate(`(${findTouchingTexts})()`) as Promise<readonly string[]>;
}

function findTouchingTexts(): readonly string[] {
  const UNITS = 'h1, h2, h3, p, li, dt, dd, button, output';
  const found: string[] = [];
  for (const unit of document.querySelectorAll(UNITS)) {
    const walker = document.createTreeWalker(unit, NodeFilter.SHOW_TEXT);
    let before = '';
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent ?? '';
      const around = walker.currentNode.parentElement;
      if (around?.closest('[aria-hidden="true"], [hidden]')) continue;
      // A row within is a breath of its own.
      if (around?.closest(UNITS) !== unit) continue;
      if (/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}$€]/u.test(text)) {
        found.push(`${before}|${text}`);
      }
      before = text;
    }
  }
  return found;
}

describe('read out in one breath', () => {
  it.each<[SampleName, Surface, string]>([
    ['full', 'popover', 'text=Unpaid invoices'],
    ['refused', 'popover', 'text=refused'],
    ['timeOnly', 'popover', 'text=Time only'],
    ['full', 'log-time', 'text=Continue Studio admin'],
    ['full', 'settings', 'text=Appearance'],
    ['waitingForBrowser', 'popover', 'text=Cancel'],
    ['justConnected', 'popover', 'text=Not this account'],
    ['usedElsewhereHard', 'popover', 'text=Set up a second app'],
    ['invoicesOff', 'popover', 'text=are off'],
    ['threeLogins', 'settings', 'text=In use'],
  ])('the words of %s on the %s surface stay apart', async (name, surface, sign) => {
    const { page, emit } = await preview.open({ snapshot: samples[name] });
    await emit({ name: 'surface.shown', surface });
    await page.locator(sign).first().waitFor();
    expect(await wordsRunTogether(page)).toEqual([]);
  });

  it('the businesses to switch to stay apart from what one is there', async () => {
    const { page } = await preview.open({ snapshot: samples.full });
    await page.getByRole('button', { name: /Business/ }).click();
    const option = page.getByRole('option', { name: /Harbourside/ });
    expect(await option.textContent()).toBe('Harbourside Collective Employee · time only');
  });

  it('the bar is headed by what it does and for whom', async () => {
    const { page, emit } = await preview.open({ snapshot: samples.full });
    await emit({ name: 'surface.shown', surface: 'log-time' });
    await page.getByRole('heading', { name: 'Log time Larkfield Studio' }).waitFor();
  });
});

describe('a scroll bar that comes', () => {
  const edges = (page: Page, selector: string) =>
    page.locator(selector).evaluateAll((parts) =>
      parts.map((part) => {
        const { left, right } = part.getBoundingClientRect();
        return [left, right];
      }),
    );
  const scrolls = (page: Page) =>
    page
      .locator('.body:visible')
      .evaluate((body) => body.scrollHeight > body.clientHeight && body.clientWidth < 380);

  it('moves nothing in the popover', async () => {
    const { page } = await preview.open({ snapshot: samples.full });
    await page.getByRole('list', { name: 'Unpaid invoices' }).waitFor();
    const parts = '.owed, .row-amount:visible, .today-head:visible, .quick-foot-line';
    const before = await edges(page, parts);
    await page.setViewportSize({ width: 380, height: 420 });
    expect(await scrolls(page)).toBe(true);
    expect(await edges(page, parts)).toEqual(before);
  });

  it('has its place in the margin of the settings', async () => {
    const { page, emit } = await preview.open({ snapshot: samples.full });
    await emit({ name: 'surface.shown', surface: 'settings' });
    await page.getByText('Appearance').waitFor();
    const before = await edges(page, '.panel');
    await page.setViewportSize({ width: 380, height: 260 });
    expect(await edges(page, '.panel')).toEqual(before);
    expect(before[0]).toEqual([16, 364]);
  });
});
