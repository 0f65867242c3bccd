// The browser on this computer, where there is one: for the person who signs in with it, and for
// looking at pages in it.
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const CHROMIUMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Keeps a test's browser from calling home, or asking to be the default. */
const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
];

export function findChromium(): string | null {
  return CHROMIUMS.find((path) => existsSync(path)) ?? null;
}

/** @throws where there is none */
export function launchChromium(
  options: { readonly headless?: boolean; readonly args?: readonly string[] } = {},
): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(`There is no Chromium here: ${CHROMIUMS.join(', ')}`);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath,
    headless: options.headless ?? true,
    // Without a screen the bars would be left out, and what they cover or push aside unseen.
    ignoreDefaultArgs: ['--hide-scrollbars'],
    args: [...QUIET, ...asRoot, ...(options.args ?? [])],
  });
}

export interface PersonsBrowser {
  open(address: string): Promise<Page>;
  close(): Promise<void>;
}

/** It knows no certificate of ours, as nobody's does: see certificate-warning.ts. */
export async function openPersonsBrowser(options: {
  readonly headless: boolean;
}): Promise<PersonsBrowser> {
  const browser = await launchChromium(options);
  const context = await browser.newContext({
    viewport: { width: 900, height: 680 },
  });
  return {
    async open(address) {
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
    close: () => browser.close(),
  };
}
