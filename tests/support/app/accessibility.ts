// Has axe-core look at the page as it stands. It runs in the page's own world through the
// debugger, which the content policy rightly does not hold back.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

declare const axe: typeof import('axe-core');

const sourcePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * @param part a selector, where only a part of the page is meant
 * @returns one line for each rule broken and element that breaks it; empty when all is well
 */
export async function violations(page: Page, part = 'html'): Promise<readonly string[]> {
  await page.evaluate(await readFile(sourcePath, 'utf8'));
  const results: AxeResults = await page.evaluate(
    (selector) => axe.run(selector, { resultTypes: ['violations'] }),
    part,
  );
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${help}: ${html} ${any[0]?.message ?? ''}`),
  );
}
