// What the tour plays on: the running app, the person's browser, and the camera.

import type { Page } from 'playwright-core';
import { pictureOfScreen } from '../../tests/support/app/hands.ts';
import type { OpenedAddresses } from '../../tests/support/app/opened-addresses.ts';
import { type RunningApp, startApp } from '../../tests/support/app/running-app.ts';
import {
  findChromium,
  openPersonsBrowser,
  type PersonsBrowser,
} from '../../tests/support/chromium.ts';

export class Stage {
  private running: RunningApp | null = null;
  private browser: PersonsBrowser | null = null;
  /** What the next picture is of, when it is not the app: the page in the browser. */
  private inView: Page | null = null;

  constructor(
    private readonly profile: string,
    readonly addresses: OpenedAddresses,
  ) {}

  /** The running app; a step that needs it fails plainly when an earlier one could not start it. */
  get app(): RunningApp {
    if (!this.running) throw new Error('The app is not running');
    return this.running;
  }

  async start(): Promise<RunningApp> {
    this.running = await startApp({
      profile: this.profile,
      env: { TRAYBOOKS_BROWSER: this.addresses.program },
    });
    return this.running;
  }

  async quit(): Promise<void> {
    await this.app.quit();
    this.running = null;
  }

  /** @returns the page, or null where this computer has no Chromium to show it in */
  async openInBrowser(address: string): Promise<Page | null> {
    if (!findChromium()) return null;
    this.browser ??= await openPersonsBrowser({ headless: false });
    this.inView = await this.browser.open(address);
    return this.inView;
  }

  async closeBrowser(): Promise<void> {
    this.inView = null;
    await this.browser?.close();
    this.browser = null;
  }

  /** The whole virtual desktop; on a person's own screen only our windows are pictured. */
  async picture(file: string): Promise<void> {
    if (process.env.TRAYBOOKS_VIRTUAL_DESKTOP) return pictureOfScreen(file);
    const page = this.inView ?? this.app.page;
    await page.screenshot({ path: file });
  }

  async close(): Promise<void> {
    await this.closeBrowser();
    await this.running?.kill();
  }
}
