// After all that hostility: a person signs in, in real Chromium, by each of the three ways.
import type { Page } from 'playwright-core';
import { editToPlainHttp, proceed, warnedAt } from '../../support/certificate-warning.ts';
import { openPersonsBrowser } from '../../support/chromium.ts';
import { openSignInBench, type WaitingSignIn } from './sign-in-bench.ts';

export interface RealWay {
  readonly name: string;
  /** @param address where the browser shows its warning: FreshBooks' answer */
  readonly goOn: (page: Page, address: string, signIn: WaitingSignIn) => Promise<void>;
}

export const REAL_WAYS: readonly RealWay[] = [
  {
    name: 'over HTTPS, through the certificate warning',
    async goOn(page) {
      await proceed(page);
      await seesLastPage(page);
    },
  },
  {
    name: 'over plain HTTP on the same port, by editing the address',
    async goOn(page, address) {
      await editToPlainHttp(page, address);
      await seesLastPage(page);
    },
  },
  {
    name: 'by pasting the address at which the browser warned',
    async goOn(_page, address, { paste }) {
      const taken = paste(address);
      if (!taken.ok) throw new Error(JSON.stringify(taken.error));
    },
  },
];

/** @returns `signed in`, or how else it ended */
export async function signInForReal(way: RealWay): Promise<string> {
  const timers = {
    set: (callback: () => void, ms: number) => setTimeout(callback, ms),
    clear: (timer: unknown) => clearTimeout(timer as NodeJS.Timeout),
  };
  const bench = await openSignInBench({ clock: Date.now, timers });
  const browser = await openPersonsBrowser({ headless: true });
  try {
    const signIn = await bench.start();
    const page = await browser.open(signIn.authorizeUrl);
    const authorize = page.getByRole('button', { name: 'Authorize' });
    const address = await warnedAt(page, () => authorize.click());
    await way.goOn(page, address, signIn);
    const ended = await signIn.ended();
    return bench.listening().length === 0 ? ended : 'a listener was left behind';
  } finally {
    await browser.close();
    await bench.stop();
  }
}

/** It promises nothing, and has taken the code out of the address bar. */
async function seesLastPage(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'answer arrived' }).waitFor();
  const { pathname, search, hash } = new URL(page.url());
  if (pathname + search + hash !== '/callback') throw new Error(`The address bar: ${page.url()}`);
}
