// Pictures of states that are hard to reach by hand, for whoever wants to look at them.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from './running-app.ts';

const FOLDER = join(ROOT, 'test-output/pictures');

/** @param name of the file, without its ending */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled' });
}
