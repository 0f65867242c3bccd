// One installation, one FreshBooks, and one life of the app after another. Between lives the
// database is looked at; in the end the books are compared with what the person was told.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '../../../electron/sandbox/start-sandbox.ts';
import { redirectUri } from '../../../shared/redirect-uris.ts';
import { SCOPES } from '../../../shared/scopes.ts';
import { freePorts } from '../../support/free-ports.ts';
import type { Chance } from '../rotation/chance.ts';
import { type Judgement, Ledger } from './ledger.ts';
import { type Life, type Lives, startLives } from './lives.ts';
import type { Act, Breakage, Installation, Left } from './messages.ts';
import { RoughNetwork } from './rough-network.ts';
import { mountSmallDisk, type SmallDisk } from './small-disk.ts';
import { isSound } from './soundness.ts';

/** Eight o'clock in Toronto, on a day without anything special. */
const MORNING = Date.UTC(2026, 10, 12, 13);
/** So long that no login is renewed on the way, wherever the clock is moved. */
const TOKEN_LIFE_S = 900_000_000;
/** Longer than anything unsure or refused for now may take, on the app's own clock. */
const LONGEST_SETTLING_MS = 6 * 3600_000;
const LONGEST_BREAK_MS = 90_000;
const SIX_WEEKS_MS = 42 * 24 * 3600_000;

export interface TrialPlan {
  readonly chance: Chance;
  readonly broken: Breakage | null;
}

export class Trial {
  readonly ledger = new Ledger();
  kills = 0;
  corrupted = 0;
  clockMoves = 0;
  private time = { trueMs: MORNING, movedMs: 0 };
  private lastId = 0;

  private constructor(
    readonly chance: Chance,
    readonly network: RoughNetwork,
    /** Null where no small disk can be had. */
    readonly disk: SmallDisk | null,
    private readonly sandbox: Sandbox,
    private readonly lives: Lives,
    private readonly folder: string,
    private readonly installation: Installation,
  ) {}

  static async begin({ chance, broken }: TrialPlan): Promise<Trial> {
    const folder = await mkdtemp(join(tmpdir(), 'traybooks-outbox-'));
    const disk = mountSmallDisk(join(folder, 'disk'));
    const [port = 0] = await freePorts(1);
    const sandbox = await startSandbox({
      clock: () => MORNING,
      randomBytes,
      accessTokenSeconds: TOKEN_LIFE_S,
    });
    const credentials = sandbox.registerApp({
      name: 'Traybooks',
      redirectUris: [redirectUri('https', port)],
      scopes: SCOPES,
    });
    const trial = new Trial(
      chance,
      new RoughNetwork(sandbox, chance),
      disk,
      sandbox,
      await startLives(),
      folder,
      {
        databasePath: join(folder, 'disk', 'traybooks.db'),
        keychainPath: join(folder, 'keychain.json'),
        baseUrl: sandbox.baseUrl,
        credentials,
        port,
        broken,
      },
    );
    await trial.signIn();
    return trial;
  }

  newId(): number {
    this.lastId += 1;
    return this.lastId;
  }

  /** The next life, on what the one before left. */
  async comeUp(): Promise<Life> {
    const life = await this.lives.next();
    const { installation, time } = this;
    life.tell({ do: 'come-up', installation, time });
    const up = await life.until('up', this.ledger.hear);
    const damage = up?.notices.filter((id) => /^(database-damaged|rows-set-aside)/.test(id)) ?? [];
    if (damage.length > 0) this.corrupted += 1;
    return life;
  }

  tell(life: Life, acts: readonly Act[]): void {
    for (const act of acts) {
      this.ledger.plan(act);
      if (act.act !== 'move-clock') continue;
      this.clockMoves += 1;
      this.time.movedMs += act.ms;
    }
    life.tell({ do: 'acts', acts });
  }

  /** @returns the steps that were counted, or null when it died on the way */
  async done(life: Life): Promise<readonly string[] | null> {
    const done = await life.until('done', this.ledger.hear);
    this.goOn(done?.trueMs ?? 0);
    return done?.steps ?? null;
  }

  /** Whatever becomes of it: dead afterwards, and its database looked at. */
  async end(life: Life, how: 'killed' | 'quit' = 'killed'): Promise<void> {
    if (how === 'quit') life.tell({ do: 'quit' });
    else {
      life.kill();
      this.kills += 1;
    }
    // Nothing of this name is ever said: it hears what there is, to the end.
    await life.until('ready', this.ledger.hear);
    await life.dead;
    this.goOn(this.network.lastTrueMs);
    this.time.trueMs += this.chance.below(LONGEST_BREAK_MS);
    if (!isSound(this.installation.databasePath, this.folder)) this.corrupted += 1;
  }

  /** While nobody had the app open. */
  moveClock(ms: number): void {
    this.clockMoves += 1;
    this.time.movedMs += ms;
  }

  /** What was saved by now is history: neither listed nor remembered any more. */
  weeksPass(): void {
    this.time.trueMs += SIX_WEEKS_MS;
  }

  /** @returns what is left unsent, or null when it died on the way */
  async settle(life: Life): Promise<Left | null> {
    life.tell({ do: 'settle', longestMs: LONGEST_SETTLING_MS });
    const settled = await life.until('settled', this.ledger.hear);
    this.goOn(settled?.trueMs ?? 0);
    return settled?.left ?? null;
  }

  /** All is well again, and stays so until everything has settled. @returns how it turned out */
  async finish(): Promise<Judgement & { readonly unsent: number }> {
    this.network.oneIn = 0;
    this.network.planned = {};
    this.disk?.free();
    const life = await this.comeUp();
    const left = await this.settle(life);
    await this.network.arriveAll();
    await this.end(life, 'quit');
    if (!left) throw new Error('The last life died by itself.');
    const judged = this.ledger.judge(this.sandbox.backstage.timeEntries());
    const unsent = left.waiting + left.unsure + left.refused + left.conflicts;
    if (unsent > 0) judged.wrong.push(`left unsent: ${JSON.stringify(left)}`);
    return { ...judged, unsent };
  }

  async close(): Promise<void> {
    await this.lives.end();
    await this.sandbox.stop();
    this.disk?.remove();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async signIn(): Promise<void> {
    const life = await this.comeUp();
    life.tell({ do: 'sign-in' });
    const signedIn = await life.until('signed-in');
    if (signedIn?.error !== null) throw new Error(`No sign-in: ${signedIn?.error}`);
    await this.end(life, 'quit');
  }

  private goOn(trueMs: number): void {
    this.time.trueMs = Math.max(this.time.trueMs, trueMs);
  }
}
