// Plays the person in the browser: real Chromium where there is one, else the consent form is
// followed over HTTP, cookies and redirects included.
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

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

export interface PersonsBrowser {
  readonly browser: Browser;
  readonly context: BrowserContext;
  open(address: string): Promise<Page>;
  close(): Promise<void>;
}

/** @param options.acceptCertificate goes past the warning of the loopback's own certificate */
export async function openChromium(options: {
  readonly executable: string;
  readonly headless: boolean;
  readonly acceptCertificate?: boolean;
}): Promise<PersonsBrowser> {
  const browser = await chromium.launch({
    executablePath: options.executable,
    headless: options.headless,
    args: [...QUIET, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const context = await browser.newContext({
    ignoreHTTPSErrors: options.acceptCertificate ?? false,
    viewport: { width: 900, height: 680 },
  });
  return {
    browser,
    context,
    async open(address) {
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
    close: () => browser.close(),
  };
}

/**
 * Follows the consent form without a browser.
 * @returns the address the person was sent to, not yet visited
 */
export async function consentOverHttp(
  address: string,
  button: 'Authorize' | 'Cancel',
): Promise<string> {
  const shown = await fetch(address);
  const html = await shown.text();
  const [formTag] = /<form[^>]*>/.exec(html) ?? [];
  if (!shown.ok || formTag === undefined) {
    throw new Error(`No consent form at ${new URL(address).pathname}: ${shown.status}`);
  }
  const form = new URLSearchParams();
  for (const [input] of html.matchAll(/<input[^>]*>/g)) {
    const name = attribute(input, 'name');
    if (name) form.set(name, attribute(input, 'value') ?? '');
  }
  const pressed = [...html.matchAll(/<button[^>]*>[^<]*<\/button>/g)].find(([text]) =>
    text.includes(`>${button}<`),
  )?.[0];
  const name = pressed && attribute(pressed, 'name');
  if (pressed && name) form.set(name, attribute(pressed, 'value') ?? '');
  // A form without an address goes back to where its page came from.
  const action = new URL(attribute(formTag, 'action') ?? shown.url, shown.url);
  const answer = await fetch(action, {
    method: 'POST',
    body: form,
    redirect: 'manual',
  });
  const target = answer.headers.get('location');
  if (!target) throw new Error(`The consent form answered ${answer.status} without a redirect`);
  return target;
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescaped(value);
}

function unescaped(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
}
