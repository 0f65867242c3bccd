// One installation of the app beside a FreshBooks of its own: the embedded one, run by the test,
// so that the test can look behind the counter and switch its faults.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppCredentials } from '../../../electron/sandbox/oauth/apps.ts';
import {
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from '../../../electron/sandbox/start-sandbox.ts';
import { REDIRECT_URIS } from '../../../shared/redirect-uris.ts';
import { SCOPES } from '../../../shared/scopes.ts';
import { consent, load } from '../followed-browser.ts';
import { type CallEnd, callApp } from './caller.ts';
import { collectOpenedAddresses, type OpenedAddresses } from './opened-addresses.ts';
import { type RunningApp, startApp } from './running-app.ts';
import { button } from './screens.ts';
import { openPopover } from './window.ts';

/** Longest wait for one thing on the screen; a busy machine needs a few seconds. */
const STEP_MS = 15_000;

export class Installation {
  private running: RunningApp | null = null;

  private constructor(
    private readonly folder: string,
    private readonly options: Partial<SandboxOptions>,
    private serving: Sandbox,
    /** What the developer portal gave the person. */
    readonly credentials: AppCredentials,
    readonly addresses: OpenedAddresses,
  ) {}

  /** @param options of the FreshBooks beside it; its clock is the machine's */
  static async make(options: Partial<SandboxOptions> = {}): Promise<Installation> {
    const folder = await mkdtemp(join(tmpdir(), 'traybooks-e2e-'));
    const kept = { statePath: join(folder, 'freshbooks.json'), ...options };
    const sandbox = await startSandbox({ clock: Date.now, randomBytes, ...kept });
    const credentials = sandbox.registerApp({
      name: 'Traybooks',
      redirectUris: REDIRECT_URIS,
      scopes: SCOPES,
    });
    return new Installation(folder, kept, sandbox, credentials, await collectOpenedAddresses());
  }

  /** The user data folder. */
  get profile(): string {
    return join(this.folder, 'profile');
  }

  get sandbox(): Sandbox {
    return this.serving;
  }

  get app(): RunningApp {
    if (!this.running) throw new Error('The app is not running');
    return this.running;
  }

  get page() {
    return this.app.page;
  }

  private get environment(): Readonly<Record<string, string>> {
    const { baseUrl } = this.serving;
    return {
      TRAYBOOKS_AUTH_BASE_URL: baseUrl,
      TRAYBOOKS_API_BASE_URL: baseUrl,
      TRAYBOOKS_BROWSER: this.addresses.program,
    };
  }

  /** Asks it something on the command line, whether it runs or not. */
  async call(...words: readonly string[]): Promise<CallEnd> {
    return callApp({ profile: this.profile, env: this.environment, words });
  }

  async start(
    env: Readonly<Record<string, string>> = {},
    switches: readonly string[] = [],
  ): Promise<RunningApp> {
    this.running = await startApp({
      profile: this.profile,
      env: { ...this.environment, ...env },
      switches,
    });
    // Shorter than a test's limit, so that a failure names the thing that did not appear.
    this.running.page.setDefaultTimeout(STEP_MS);
    return this.running;
  }

  async quit(): Promise<void> {
    await this.app.quit();
    this.running = null;
  }

  /** Quits, starts and shows the popover. */
  async restart(): Promise<void> {
    await this.quit();
    await this.start();
    await openPopover(this.app);
  }

  /** FreshBooks is gone, as seen from a computer without a network. */
  async goOffline(): Promise<void> {
    await this.serving.stop();
  }

  /** The same FreshBooks answers again, at the same address. */
  async comeBack(): Promise<void> {
    const port = Number(new URL(this.serving.baseUrl).port);
    this.serving = await startSandbox({ clock: Date.now, randomBytes, ...this.options, port });
  }

  /** From the welcome to the browser: asks to connect with these credentials. */
  async askToConnect(credentials: AppCredentials = this.credentials): Promise<void> {
    const { page } = this;
    await button(page, 'Connect FreshBooks').click();
    await page.getByRole('textbox', { name: 'Client ID' }).fill(credentials.clientId);
    await page.getByRole('textbox', { name: 'Client secret' }).fill(credentials.clientSecret);
    await button(page, 'Continue in browser').click();
  }

  /** The short way for tests about something else: consent without a browser, card put away. */
  async connect(): Promise<void> {
    await this.askToConnect();
    await load(await consent(await this.addresses.next(), 'authorize'));
    await button(this.page, 'Open Traybooks').click();
    await this.page.getByRole('list', { name: 'Unpaid invoices' }).waitFor();
  }

  async close(): Promise<void> {
    await this.running?.kill();
    await this.serving.stop().catch(ignoreStopped);
    await this.addresses.close();
    // Chromium's helpers may still write into the profile of an app that was killed.
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** A test that ended while FreshBooks was away has stopped it already. */
function ignoreStopped(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_SERVER_NOT_RUNNING')) {
    throw error;
  }
}
