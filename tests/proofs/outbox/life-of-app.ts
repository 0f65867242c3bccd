// What one life consists of: the rooms as main puts them together, with a time of their own, and
// the person who uses them.
import { randomBytes, randomUUID } from 'node:crypto';
import { openConnections } from '../../../electron/connections/connections.ts';
import type { CommandHandlers } from '../../../electron/ipc/answer-command.ts';
import { commandHandlers } from '../../../electron/ipc/command-handlers.ts';
import { openWorkspace, type Workspace } from '../../../electron/workspace/workspace.ts';
import { ok } from '../../../shared/result.ts';
import { consent, load } from '../../support/followed-browser.ts';
import { findsNothing, forgetNewRows } from './breakages.ts';
import { fileKeychain } from './file-keychain.ts';
import { LifeTime } from './life-time.ts';
import type { Act, Installation, Left, Report, Time } from './messages.ts';
import { refuseGrowth, watchOpening } from './page-limit.ts';
import { Person } from './person.ts';
import type { Steps } from './steps.ts';
import { TRUE_TIME } from './true-time.ts';

/** Nothing listens there, and it is none of the ports `fetch` refuses by itself. */
const NO_NETWORK = 'http://127.0.0.1:2';
const LOOK_AGAIN_MS = 2;
/** Real time, should the life's own stand still because nothing is set to happen any more. */
const LONGEST_SETTLING_MS = 100_000;
/** Time runs fast here, and lists are not what this is about. */
const SETTINGS = { refreshEveryMinutes: 240 };
/** A server that is only slow must not be taken for silent once everything is to end well. */
const PATIENT_MS = 3000;

export class LifeOfApp {
  private readonly workspace: Workspace;
  private readonly handlers: CommandHandlers;
  private readonly time: LifeTime;
  private readonly person: Person;
  private network: 'there' | 'gone' = 'there';

  constructor(
    private readonly installation: Installation,
    time: Time,
    private readonly steps: Steps,
    private readonly say: (report: Report) => void,
  ) {
    this.time = new LifeTime(time);
    if (installation.broken === 'stores too late') forgetNewRows();
    watchOpening();
    steps.intoDatabase();
    const timers = steps.timers(this.time.timers);
    const reportBug = (error: unknown) =>
      say({ said: 'bug', what: error instanceof Error ? String(error.stack) : String(error) });
    const { clock } = this.time;
    this.workspace = openWorkspace({
      clock,
      uptime: this.time.trueMs,
      timers,
      randomId: randomUUID,
      random: Math.random,
      databasePath: installation.databasePath,
      settingsFile: { read: () => SETTINGS, write: () => {}, setAside: () => {} },
      connections: async (refreshNotes) =>
        openConnections({
          clock,
          timers,
          randomBytes,
          randomId: randomUUID,
          read: this.fetch(),
          write: this.fetch(),
          openBrowser: async (url) => {
            await load(await consent(url, 'authorize'));
            return ok();
          },
          overrides: { authBaseUrl: installation.baseUrl, apiBaseUrl: installation.baseUrl },
          userAgent: 'Traybooks/0.0.0',
          keychainService: 'Traybooks (proof)',
          loadKeytar: async () => fileKeychain(installation.keychainPath),
          desktopKeychain: {
            platform: 'linux',
            name: 'a file',
            servicePackage: null,
            libraryPackage: null,
          },
          unfinishedSignIns: this.workspace.unfinishedSignIns,
          ports: [installation.port],
          folder: installation.keychainPath,
          refreshNotes,
          notify: (notice) => this.workspace.addNotice(notice),
          withdrawNotice: (id) => this.workspace.dismissNotice(id),
          reportBug,
        }),
      reportBug,
      machineTimeZone: () => 'America/Toronto',
      version: '0.0.0',
      platform: 'linux',
      system: [],
    });
    this.handlers = commandHandlers(this.workspace, {
      hideWindow: () => {},
      copy: () => {},
      takeShortcut: () => 'registered',
      openLink: async () => true,
    });
    this.person = new Person(this.workspace, this.handlers, steps, say);
    this.workspace.start();
  }

  notices(): readonly string[] {
    return this.workspace.snapshot().notices.map(({ id }) => id);
  }

  /** @returns why it did not succeed */
  async signIn(): Promise<string | null> {
    const { credentials } = this.installation;
    // Certificates take longer to make than anybody's patience here.
    this.time.patienceMs = Number.POSITIVE_INFINITY;
    const signedIn = await this.workspace.signIn({ source: 'freshbooks', credentials });
    const refreshed = signedIn.ok ? await this.workspace.refresh() : signedIn;
    return refreshed.ok ? null : JSON.stringify(refreshed.error);
  }

  async act(acts: readonly Act[]): Promise<void> {
    for (const act of acts) {
      switch (act.act) {
        case 'pass':
          await this.time.pass(act.ms);
          break;
        case 'move-clock':
          this.time.moveClock(act.ms);
          break;
        case 'be-patient':
          this.time.patienceMs = PATIENT_MS;
          break;
        case 'fill-disk':
          refuseGrowth();
          break;
        case 'network':
          this.network = act.is;
          if (act.is === 'there') this.workspace.networkBack();
          break;
        case 'retry':
          await this.handlers['outbox.retry'](undefined);
          break;
        case 'until-sent':
          await this.person.heard();
          await this.settle(Number.POSITIVE_INFINITY);
          break;
        case 'arm':
          this.steps.arm(act.killAt);
          break;
        default:
          await this.person.does(act);
      }
    }
    await this.person.heard();
    this.steps.disarm();
    this.say({ said: 'done', steps: this.steps.passed, trueMs: this.time.trueMs() });
  }

  /** @param longestMs of this life's own time */
  async settle(longestMs: number): Promise<{ readonly left: Left; readonly trueMs: number }> {
    const untilMs = this.time.trueMs() + longestMs;
    const { patienceMs } = this.time;
    if (Number.isFinite(longestMs)) this.time.patienceMs = PATIENT_MS;
    this.time.hurries = () => this.unsent() > 0;
    const giveUpAt = performance.now() + LONGEST_SETTLING_MS;
    while (this.unsent() > 0 && this.time.trueMs() < untilMs && performance.now() < giveUpAt) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
    this.time.hurries = () => false;
    this.time.patienceMs = patienceMs;
    const { outbox, time } = this.workspace.snapshot();
    const { waiting, unsure, refused } = outbox;
    const conflicts = time.entries.filter(({ state }) => state === 'conflict').length;
    return { left: { waiting, unsure, refused, conflicts }, trueMs: this.time.trueMs() };
  }

  async quit(): Promise<void> {
    await this.workspace.close();
  }

  private unsent(): number {
    const { waiting, unsure } = this.workspace.snapshot().outbox;
    return waiting + unsure;
  }

  private fetch() {
    const { broken, baseUrl } = this.installation;
    const send = (url: string, init?: RequestInit) =>
      this.time.whileUnderWay(async () => {
        const address = this.network === 'there' ? url : url.replace(baseUrl, NO_NETWORK);
        const headers = new Headers(init?.headers);
        headers.set(TRUE_TIME, String(this.time.trueMs()));
        const answer = await fetch(address, { ...init, headers });
        // Read to its end, as the real way out for writes does.
        const body = await answer.arrayBuffer();
        const { status, headers: answered } = answer;
        return new Response(body.byteLength > 0 ? body : null, { status, headers: answered });
      });
    const sent = this.steps.fetch(send);
    return broken === 'looks nowhere' ? findsNothing(sent) : sent;
  }
}
