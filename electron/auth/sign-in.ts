// One sign-in from first to last: listen, send the browser off, wait for the answer by the
// listener or by paste, exchange the code. Whatever ends it, the listener is gone afterwards.
import { LOOPBACK_PORTS } from '../../shared/redirect-uris.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { SIGN_IN_LIMIT_MS } from '../../shared/sign-in-limit.ts';
import type { Timers } from '../../shared/timers.ts';
import { authorizationUrl } from './authorization-request.ts';
import type { FreshBooksEndpoints } from './endpoints.ts';
import { openLoopbackListener } from './loopback-listener.ts';
import type { Clock, RandomBytes } from './outside-world.ts';
import { readPastedAddress } from './pasted-address.ts';
import { createPkcePair } from './pkce.ts';
import { type ProviderAnswer, refusalError } from './provider-answer.ts';
import { createSignInState } from './sign-in-state.ts';
import type { CertificateSource } from './tls-certificate.ts';
import type { TokenEndpoint } from './token-endpoint.ts';
import type { ClientCredentials, TokenPair } from './token-pair.ts';
import { createWaitingRoom, type WaitingRoom } from './waiting-room.ts';

export interface SignInWorld {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly randomBytes: RandomBytes;
  readonly certificate: CertificateSource;
  /** Tried in order; LOOPBACK_PORTS when left out. */
  readonly ports?: readonly number[];
}

export interface SignInOrder {
  readonly credentials: ClientCredentials;
  readonly endpoints: Pick<FreshBooksEndpoints, 'authorizeUrl'>;
  readonly tokenEndpoint: TokenEndpoint;
  readonly scopes: readonly string[];
  /** Of the redirect URI; `http` only for the sample data. */
  readonly scheme: 'https' | 'http';
  readonly openBrowser: (url: string) => Promise<Result<undefined>>;
  /** @param endsAtMs milliseconds since the epoch at which waiting ends */
  readonly onStep: (step: SignInStep, endsAtMs: number) => void;
}

export type SignInStep = 'starting' | 'waiting-for-browser' | 'exchanging-code';

export interface SignInGrant {
  readonly tokens: TokenPair;
  readonly redirectUri: string;
}

export interface SignIn {
  /**
   * Runs a whole sign-in. A sign-in still under way is cancelled first, and its port is free
   * again before this one listens.
   * @returns `port-in-use`, `cancelled`, `code-refused`, what the browser or keychain failed with,
   *   or what else the token endpoint answers
   */
  run(order: SignInOrder): Promise<Result<SignInGrant>>;
  openBrowserAgain(): Promise<Result<undefined>>;
  /**
   * @param text whole address or bare code
   * @returns `sign-in-needed` with `no-sign-in-waiting`, `not-an-address` or `wrong-state`
   */
  useAddress(text: string): Result<undefined>;
  cancel(): void;
}

export function createSignIn(world: SignInWorld): SignIn {
  let current: WaitingRoom | null = null;
  let previous: Promise<unknown> = Promise.resolve();

  return {
    run(order) {
      current?.cancel();
      const room = createWaitingRoom(world.timers, SIGN_IN_LIMIT_MS);
      current = room;
      const done = previous
        .then(() => signIn(world, order, room))
        .finally(() => {
          room.leave();
          if (current === room) current = null;
        });
      previous = done.catch(() => {});
      return done;
    },
    openBrowserAgain: () => current?.openBrowser() ?? Promise.resolve(noneWaiting()),
    useAddress: (text) => current?.paste(text) ?? noneWaiting(),
    cancel: () => current?.cancel(),
  };
}

async function signIn(
  world: SignInWorld,
  order: SignInOrder,
  room: WaitingRoom,
): Promise<Result<SignInGrant>> {
  const endsAtMs = world.clock() + SIGN_IN_LIMIT_MS;
  order.onStep('starting', endsAtMs);
  const state = createSignInState(world.randomBytes);
  const pkce = createPkcePair(world.randomBytes);

  const listener = await openLoopbackListener({
    scheme: order.scheme,
    ports: world.ports ?? LOOPBACK_PORTS,
    state,
    certificate: world.certificate,
    timers: world.timers,
    onAnswer: room.answer,
  });
  if (!listener.ok) return listener;
  const { redirectUri } = listener.value;

  const url = authorizationUrl({
    authorizeUrl: order.endpoints.authorizeUrl,
    clientId: order.credentials.clientId,
    redirectUri,
    scopes: order.scopes,
    state: state.value,
    codeChallenge: pkce.challenge,
  });
  let answer: Result<ProviderAnswer>;
  try {
    order.onStep('waiting-for-browser', endsAtMs);
    answer = await room.wait({
      openBrowser: () => order.openBrowser(url),
      readPasted: (text) => readPastedAddress(text, state),
    });
  } finally {
    await listener.value.close();
  }
  if (!answer.ok) return answer;
  if (answer.value.kind === 'refusal') return failed(refusalError(answer.value.error));

  order.onStep('exchanging-code', endsAtMs);
  const { code, isBare } = answer.value;
  const tokens = await order.tokenEndpoint.exchange(
    order.credentials,
    { code, redirectUri, verifier: pkce.verifier },
    room.signal,
  );
  if (tokens.ok) return ok({ tokens: tokens.value, redirectUri });
  const { error } = tokens;
  // The same word ends a session elsewhere; here it is about the code alone.
  if (error.code !== 'sign-in-needed' || error.reason !== 'invalid-grant') return tokens;
  return failed({ code: 'code-refused', came: isBare ? 'bare' : 'redirect', redirectUri });
}

function noneWaiting(): Result<never> {
  return failed({ code: 'sign-in-needed', reason: 'no-sign-in-waiting' });
}
