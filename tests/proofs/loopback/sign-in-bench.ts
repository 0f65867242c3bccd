// Real sign-ins against the embedded FreshBooks: its consent, the app's own listener, the exchange
// of the code. Only time is held still.
import { randomBytes } from 'node:crypto';
import { freshBooksEndpoints } from '../../../electron/auth/endpoints.ts';
import type { Clock } from '../../../electron/auth/outside-world.ts';
import { createSignIn, type SignIn, type SignInGrant } from '../../../electron/auth/sign-in.ts';
import { createCertificateSource } from '../../../electron/auth/tls-certificate.ts';
import { createTokenEndpoint } from '../../../electron/auth/token-endpoint.ts';
import { type Sandbox, startSandbox } from '../../../electron/sandbox/start-sandbox.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { SCOPES } from '../../../shared/scopes.ts';
import type { Timers } from '../../../shared/timers.ts';
import { freePorts } from '../../support/free-ports.ts';
import { listeningAddresses } from '../../support/listening-sockets.ts';
import { createMemoryKeychain } from '../../support/memory-keychain.ts';

export interface SignInBench {
  /** Resolves when the browser has been sent off. */
  start(): Promise<WaitingSignIn>;
  /** Of all ports a sign-in may take, those that still listen. */
  listening(): readonly number[];
  stop(): Promise<void>;
}

export interface WaitingSignIn {
  /** Where the browser was sent. */
  readonly authorizeUrl: string;
  readonly port: number;
  readonly paste: SignIn['useAddress'];
  readonly cancel: () => void;
  /** True until an answer was taken, or the sign-in ended in another way. */
  isWaiting(): boolean;
  /** How it ended, once it has: `signed in` means that FreshBooks takes the token. */
  ended(): Promise<string>;
}

export async function openSignInBench(world: {
  readonly clock: Clock;
  readonly timers: Timers;
}): Promise<SignInBench> {
  const ports = await freePorts(3);
  const sandbox = await startSandbox({ clock: world.clock, randomBytes });
  const credentials = sandbox.registerApp({
    name: 'Traybooks',
    redirectUris: ports.map((port) => `https://localhost:${port}/callback`),
    scopes: SCOPES,
  });
  const endpoints = freshBooksEndpoints({
    authBaseUrl: sandbox.baseUrl,
    apiBaseUrl: sandbox.baseUrl,
  });
  if (!endpoints.ok) throw new Error(endpoints.error.code);
  const tokenEndpoint = createTokenEndpoint({
    ...world,
    endpoints: endpoints.value,
    fetch,
    userAgent: 'Traybooks/0.0.0',
  });
  const app = createSignIn({
    ...world,
    randomBytes,
    certificate: createCertificateSource(createMemoryKeychain(), Date.now),
    ports,
  });

  return {
    async start() {
      let step = '';
      let outcome: Promise<Result<SignInGrant>> | null = null;
      const authorizeUrl = await new Promise<string>((opened, failed) => {
        outcome = app.run({
          credentials,
          endpoints: endpoints.value,
          tokenEndpoint,
          scopes: SCOPES,
          scheme: 'https',
          openBrowser: async (url) => {
            opened(url);
            return ok();
          },
          onStep: (next) => {
            step = next;
          },
        });
        outcome.then((early) => failed(new Error(JSON.stringify(early))), failed);
      });
      let isOver = false;
      const ended = howItEnded(outcome, sandbox).finally(() => {
        isOver = true;
      });
      return {
        authorizeUrl,
        port: Number(new URL(new URL(authorizeUrl).searchParams.get('redirect_uri') ?? '').port),
        paste: app.useAddress,
        cancel: app.cancel,
        isWaiting: () => step === 'waiting-for-browser' && !isOver,
        ended: () => ended,
      };
    },
    listening: () => ports.filter((port) => listeningAddresses(port).length > 0),
    async stop() {
      app.cancel();
      await sandbox.stop();
    },
  };
}

async function howItEnded(
  outcome: Promise<Result<SignInGrant>> | null,
  sandbox: Sandbox,
): Promise<string> {
  const done = await outcome;
  if (!done?.ok) return JSON.stringify(done?.error);
  const me = await fetch(`${sandbox.baseUrl}/auth/api/v1/users/me`, {
    headers: { Authorization: `Bearer ${done.value.tokens.accessToken}` },
  });
  return me.ok ? 'signed in' : `a token that FreshBooks answers with ${me.status}`;
}
