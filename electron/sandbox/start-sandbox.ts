/**
 * The embedded FreshBooks: sample data for a person who wants to look around first, and the peer
 * every test talks to. It is written from freshbooks-api.md and shares nothing with our own client,
 * so the two can disagree.
 */
import { createAdaptorServer } from '@hono/node-server';
import { type Backstage, createBackstage } from './backstage.ts';
import { type TimerHabits, usualTimerHabits } from './business/timer-book.ts';
import { createFaultRules, type Faults } from './faults/fault-rules.ts';
import { type AppCredentials, type AppRegistration, registerApp } from './oauth/apps.ts';
import { createRequestLog, type RecordedRequest } from './request-log.ts';
import { sandboxRoutes } from './sandbox-routes.ts';
import type { SandboxWorld } from './sandbox-world.ts';
import { freelancer } from './seed/freelancer.ts';
import type { SandboxSeed } from './seed/sandbox-seed.ts';
import type { SandboxState } from './state/sandbox-state.ts';
import { createStateSaver, type LoadedState, loadState } from './state/state-file.ts';

export interface SandboxOptions {
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
  /** 0 or left out: any free port. */
  readonly port?: number;
  /** JSON file the state survives in; left out: memory only. */
  readonly statePath?: string;
  /** Life of an access token; FreshBooks' own twelve hours unless told. */
  readonly accessTokenSeconds?: number;
  /** What is in the books of a sandbox that starts without a state file. */
  readonly seed?: SandboxSeed;
  /** False refuses plain-HTTP redirect URIs at registration, as the real portal does. */
  readonly allowHttpLoopbackRedirects?: boolean;
  /** How logging a timer is answered, where sources disagree or are silent. */
  readonly timerHabits?: Partial<TimerHabits>;
}

export interface Sandbox {
  /** For instance `http://127.0.0.1:40123`; auth pages and API alike. */
  readonly baseUrl: string;
  /** Where a damaged state file was moved before starting afresh; null when there was none. */
  readonly damagedStateSetAsideAs: string | null;
  /** What the developer portal does. @throws TypeError for what its form would refuse */
  registerApp(app: AppRegistration): AppCredentials;
  readonly faults: Faults;
  readonly backstage: Backstage;
  readonly requests: readonly RecordedRequest[];
  /** Closes every socket, and waits for the state to be on disk. */
  stop(): Promise<void>;
}

/** @throws when the port is taken or the state file can be neither read nor set aside */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const loaded: LoadedState = options.statePath
    ? await loadState(options.statePath, options.clock())
    : { kind: 'none' };
  const state = loaded.kind === 'loaded' ? loaded.state : freshState(options);
  const world: SandboxWorld = {
    clock: options.clock,
    randomBytes: options.randomBytes,
    accessTokenSeconds: options.accessTokenSeconds ?? 43_200,
    allowHttpLoopbackRedirects: options.allowHttpLoopbackRedirects ?? true,
    timerHabits: { ...usualTimerHabits, ...options.timerHabits },
    state,
    save: createStateSaver(options.statePath, state),
  };
  const faults = createFaultRules();
  const log = createRequestLog(options.clock);
  const routes = sandboxRoutes(world, faults, log);
  const { port, close } = await listen(routes.fetch, options.port ?? 0);

  return {
    baseUrl: `http://127.0.0.1:${port}`,
    damagedStateSetAsideAs: loaded.kind === 'damaged' ? loaded.setAsideAs : null,
    registerApp: (app) => registerApp(world, app),
    faults,
    backstage: createBackstage(world),
    requests: log.requests,
    stop: async () => {
      await close();
      await world.save();
    },
  };
}

function freshState(options: SandboxOptions): SandboxState {
  const seed = options.seed ?? freelancer;
  return {
    version: 1,
    apps: [],
    codes: [],
    accessTokens: [],
    refreshTokens: [],
    firstGrantAt: {},
    books: seed(options.clock()),
  };
}

async function listen(
  fetch: Parameters<typeof createAdaptorServer>[0]['fetch'],
  port: number,
): Promise<{ port: number; close: () => Promise<void> }> {
  // The adapter would replace the process's own Request and Response; this process has other work.
  const server = createAdaptorServer({ fetch, overrideGlobalObjects: false });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port to listen on.');
  const close = () =>
    new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      // Idle kept-alive connections would otherwise hold the server open for seconds.
      if ('closeAllConnections' in server) server.closeAllConnections();
    });
  return { port: address.port, close };
}
