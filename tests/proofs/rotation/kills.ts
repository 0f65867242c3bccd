// Kills the app's process over and over while it renews its login, and looks each time how the
// next process finds it.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import keytar from 'keytar';
import { type TokenPair, tokenAnswerSchema, tokenPair } from '../../../electron/auth/token-pair.ts';
import { type Sandbox, startSandbox } from '../../../electron/sandbox/start-sandbox.ts';
import { SCOPES } from '../../../shared/scopes.ts';
import { keychainEntries } from '../../support/keychain-entries.ts';
import { type Arrivals, arrivalsAt } from './arrivals.ts';
import { chanceOf } from './chance.ts';
import { type Life, type Lives, startLives } from './child-life.ts';
import type { Condition, Installation } from './messages.ts';

/** Short, so that lives which come up late find a dead access token, too. */
const TOKEN_LIFE_S = 10;
/** Longer than a few refreshes take: the blow may fall at any moment of any of them. */
const LONGEST_WAIT_MS = 150;
const CALLERS = 50;

export interface KillCount {
  kills: number;
  /** Points of one refresh at each of which a life was ended once. */
  awaitPoints: number;
  /** No usable session although the vault held a pair, or one that only looks usable. */
  lost: number;
  sentTwice: number;
  /** A sign-in is needed, and FreshBooks had the token: its answer died with the process. */
  softAfterLostAnswer: number;
  /** A sign-in is needed, and the token never arrived: killed between the note and the sending. */
  softNeverSent: number;
  callers: number;
  /** How many refreshes all those callers caused. */
  refreshes: number;
  /** How many different access tokens they were given. */
  tokensGiven: number;
}

export interface KillPlan {
  readonly seed: number;
  /** Besides those at each await point. */
  readonly randomKills: number;
  readonly say: (sentence: string) => void;
}

export async function killOverAndOver({ seed, randomKills, say }: KillPlan): Promise<KillCount> {
  const chance = chanceOf(seed);
  const folder = await mkdtemp(join(tmpdir(), 'traybooks-rotation-'));
  const keychainService = `Traybooks (proof ${randomUUID()})`;
  const sandbox = await startSandbox({
    clock: Date.now,
    randomBytes,
    accessTokenSeconds: TOKEN_LIFE_S,
  });
  const credentials = sandbox.registerApp({
    name: 'Traybooks',
    redirectUris: ['http://localhost:47821/callback'],
    scopes: [...SCOPES],
  });
  const databasePath = join(folder, 'traybooks.db');
  const lives = await startLives();
  const trial = new Trial(sandbox, lives, {
    keychainService,
    databasePath,
    baseUrl: sandbox.baseUrl,
    credentials,
  });
  try {
    await trial.askMany();
    const points = await trial.measure();
    for (let point = 1; point <= points; point += 1) await trial.killAt(point);
    trial.count.awaitPoints = points;
    say(`killed once at each of ${points} points: ${trial.told()}`);
    for (let number = 1; number <= randomKills; number += 1) {
      await trial.killAfter(chance.below(LONGEST_WAIT_MS), chance.below(8) === 0);
      if (number % 200 === 0) say(`${trial.count.kills} kills: ${trial.told()}`);
    }
    await trial.lookOnceMore();
    return trial.count;
  } finally {
    await lives.end();
    await sandbox.stop();
    for (const account of await keychainEntries(keychainService)) {
      await keytar.deletePassword(keychainService, account);
    }
    await rm(folder, { recursive: true, force: true });
  }
}

class Trial {
  readonly count: KillCount = {
    kills: 0,
    awaitPoints: 0,
    lost: 0,
    sentTwice: 0,
    softAfterLostAnswer: 0,
    softNeverSent: 0,
    callers: 0,
    refreshes: 0,
    tokensGiven: 0,
  };
  private readonly sandbox: Sandbox;
  private readonly lives: Lives;
  private readonly installation: Installation;
  private readonly arrivals: Arrivals;
  private isSignedIn = false;

  constructor(sandbox: Sandbox, lives: Lives, installation: Installation) {
    this.sandbox = sandbox;
    this.lives = lives;
    this.installation = installation;
    this.arrivals = arrivalsAt(sandbox);
  }

  told(): string {
    const { lost, sentTwice, softAfterLostAnswer, softNeverSent } = this.count;
    return `${lost} lost, ${sentTwice} sent twice, ${softAfterLostAnswer} answers lost, ${softNeverSent} never sent`;
  }

  /** Fifty are refused the same access token at once. */
  async askMany(): Promise<void> {
    const life = await this.comeUp();
    const before = this.arrivals.total();
    const said = await life.ask({ do: 'ask-many', callers: CALLERS });
    if (said?.said !== 'answered-many') throw unexpected(said);
    await this.end(life);
    this.count.callers = CALLERS;
    this.count.refreshes = this.arrivals.total() - before;
    this.count.tokensGiven = said.tokens;
  }

  /** @returns how many points the first refresh of a life has */
  async measure(): Promise<number> {
    const life = await this.comeUp();
    const said = await life.ask({ do: 'renew', killAt: null });
    if (said?.said !== 'renewed' || said.error) throw unexpected(said);
    await this.end(life);
    return said.points;
  }

  /** One life that ends itself at a point of its first refresh. */
  async killAt(point: number): Promise<void> {
    const life = await this.comeUp();
    const said = await life.ask({ do: 'renew', killAt: point });
    if (said && said.said !== 'renewed') throw unexpected(said);
    await this.end(life);
    // Where the life before left half a slot, there is less to read and fewer points. This one has
    // written it whole.
    if (said) await this.killAt(point);
  }

  /** One life that is killed at any moment, while it comes up or renews. */
  async killAfter(ms: number, whileComingUp: boolean): Promise<void> {
    if (whileComingUp && this.isSignedIn) {
      const life = await this.lives.next();
      life.tell({ do: 'come-up', installation: this.installation });
      await wait(ms / 4);
      return this.end(life);
    }
    const life = await this.comeUp();
    life.tell({ do: 'renew-on' });
    await wait(ms);
    await this.end(life);
  }

  async lookOnceMore(): Promise<void> {
    const life = await this.comeUp();
    life.kill();
    await life.dead;
    this.count.sentTwice = this.arrivals.twice();
  }

  private async end(life: Life): Promise<void> {
    life.kill();
    await life.dead;
    this.count.kills += 1;
    // What it sent last is still on its way through the loopback.
    await wait(5);
    this.count.sentTwice = this.arrivals.twice();
  }

  /** A new life on the same vault, with a login to renew. */
  private async comeUp(): Promise<Life> {
    const life = await this.lives.next();
    const up = await life.ask({ do: 'come-up', installation: this.installation });
    if (up?.said !== 'up') throw unexpected(up);
    const isWell = this.isSignedIn && this.judge(up.condition);
    if (isWell) return life;
    const again = await life.ask({ do: 'sign-in', tokens: this.newTokens() });
    if (again?.said !== 'up' || again.condition.state !== 'connected') throw unexpected(again);
    this.isSignedIn = true;
    return life;
  }

  /** @returns whether it can be renewed; if not, only a sign-in helps */
  private judge({ state, reason, tokenDigest, accessStatus }: Condition): boolean {
    const arrived = tokenDigest !== null && this.arrivals.has(tokenDigest);
    const isCutOff = reason === 'answer-lost' && tokenDigest !== null;
    if (state === 'connected') {
      // It looks well, and its next refresh would be refused.
      if (arrived) this.count.lost += 1;
      return !arrived;
    }
    if (!isCutOff || (state === 'soft' && accessStatus !== 200)) this.count.lost += 1;
    else if (arrived) this.count.softAfterLostAnswer += 1;
    else this.count.softNeverSent += 1;
    return false;
  }

  /** What a new sign-in would be granted. */
  private newTokens(): TokenPair {
    const { clientId } = this.installation.credentials;
    const granted = this.sandbox.backstage.signInFromAnotherComputer(clientId);
    return tokenPair(tokenAnswerSchema.parse(granted), Date.now());
  }
}

function unexpected(said: unknown): Error {
  return new Error(`Not expected of a life: ${JSON.stringify(said)}`);
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
