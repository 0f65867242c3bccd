// The same session in ten thousand orders of events: callers, a sign-in, a keychain that refuses
// for a while, answers that are lost. Chance, seeded, decides which of all the things under way
// goes on next; afterwards the process is taken for killed, and a new session opened on what is left.
import fc from 'fast-check';
import { openSession, type Session } from '../../../electron/auth/session.ts';
import type { TokenEndpoint } from '../../../electron/auth/token-endpoint.ts';
import { createTokenVault, type TokenVault } from '../../../electron/auth/token-vault.ts';
import type { ConnectionId } from '../../../shared/ids.ts';
import type { RefreshNotes } from '../../../shared/refresh-notes.ts';
import { failed } from '../../../shared/result.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { createMemoryKeychain } from '../../support/memory-keychain.ts';
import { memoryRefreshNotes } from '../../support/memory-refresh-notes.ts';
import { type Answer, rotatingServer } from './rotating-server.ts';

export interface OrderCount {
  tried: number;
  /** A login that was lost although no answer was, or one that only looks well. */
  lost: number;
  sentTwice: number;
}

export interface OrderPlan {
  readonly seed: number;
  readonly orders: number;
  readonly say: (sentence: string) => void;
  /** What stands in for the real parts, to see the proof notice when they are broken. */
  readonly broken?: {
    readonly notes?: (real: RefreshNotes) => RefreshNotes;
    readonly vault?: (real: TokenVault) => TokenVault;
  };
}

const ID = 'the-login' as ConnectionId;
const CLIENT = {
  credentials: { clientId: 'client', clientSecret: 'secret' },
  redirectUri: 'https://localhost:47821/callback',
};

const EVENTS = [
  'ask',
  'refused',
  'renew',
  'sign-in',
  'keychain-refuses',
  'keychain-works',
] as const;

type Event = (typeof EVENTS)[number];

const course = fc.record({
  events: fc.array(fc.constantFrom(...EVENTS), { minLength: 2, maxLength: 7 }),
  answers: fc.array(fc.constantFrom<Answer>('ok', 'ok', 'ok', 'lost', 'not-sent', 'busy'), {
    maxLength: 4,
  }),
  signsOut: fc.constantFrom(false, false, false, true),
});

export async function tryOrders({ seed, orders, say, broken }: OrderPlan): Promise<OrderCount> {
  const count: OrderCount = { tried: 0, lost: 0, sentTwice: 0 };
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), course, async (scheduler, { events, answers, signsOut }) => {
      const run = await beginRun(scheduler, answers, broken);
      for (const event of events) run.begin(event);
      // Which of the two is the person's last word, only the person knows.
      const isEnding = signsOut && !events.includes('sign-in');
      if (isEnding) run.begin('sign-out');
      await scheduler.waitFor(run.settled());
      const found = await run.judge();
      count.tried += 1;
      if (found.lost) count.lost += 1;
      count.sentTwice += found.sentTwice;
    }),
    { seed, numRuns: orders },
  );
  say(`${count.tried} orders of events: ${count.lost} lost, ${count.sentTwice} sent twice`);
  return count;
}

async function beginRun(
  scheduler: fc.Scheduler,
  answers: readonly Answer[],
  broken: OrderPlan['broken'] = {},
) {
  const time = manualClock();
  const server = rotatingServer(time.now, answers);
  const keychain = createMemoryKeychain();
  const asIs = <T>(real: T) => real;
  const refreshNotes = (broken.notes ?? asIs)(memoryRefreshNotes());
  await createTokenVault(keychain).saveCredentials(ID, CLIENT);
  await createTokenVault(keychain).saveTokens(ID, server.signIn());

  // Reading changes nothing, so only writes and answers wait for their turn.
  const vault = (broken.vault ?? asIs)(
    createTokenVault({
      read: keychain.read,
      write: (name, secret) => {
        const turn = scheduler.schedule(Promise.resolve(), 'write');
        return turn.then(() => keychain.write(name, secret));
      },
      erase: (name) => {
        const turn = scheduler.schedule(Promise.resolve(), 'erase');
        return turn.then(() => keychain.erase(name));
      },
    }),
  );
  const endpoint: TokenEndpoint = {
    exchange: async () => failed({ code: 'bug', detail: 'not here' }),
    async refresh(_credentials, { refreshToken }) {
      await scheduler.schedule(Promise.resolve(), 'sent');
      const answer = server.refresh(refreshToken);
      await scheduler.schedule(Promise.resolve(), 'answered');
      return answer;
    },
    async revoke(_credentials, token) {
      await scheduler.schedule(Promise.resolve(), 'revoked');
      return server.revoke(token);
    },
  };

  const sessions: Session[] = [];
  async function open(over: TokenVault): Promise<Session | null> {
    const opened = await openSession({
      id: ID,
      vault: over,
      endpoint,
      clock: time.now,
      timers: time.timers,
      refreshNotes,
      checkAccess: async (accessToken) => server.check(accessToken),
      onUnsaved: () => {},
      reportBug: (error) => {
        throw error;
      },
    });
    if (!opened.ok) return null;
    sessions.push(opened.value);
    return opened.value;
  }

  let session = await open(vault);
  /** False after a sign-out that told it had to leave something in the keychain. */
  let isSignedOut = false;
  let hasTriedToLeave = false;
  let signingIn: Promise<void> = Promise.resolve();
  const underWay: Promise<unknown>[] = [];

  async function signIn(): Promise<void> {
    const tokens = server.signIn();
    await scheduler.schedule(Promise.resolve(), 'granted');
    const saved = await vault.saveTokens(ID, tokens);
    // A sign-in that cannot be kept has failed, and says so; its tokens are revoked.
    if (!saved.ok) {
      server.takeBack(tokens);
      return;
    }
    session = await open(vault);
  }

  const begin: Record<Event | 'sign-out', () => unknown> = {
    ask: () => session?.accessToken(),
    refused: async () => {
      const held = await session?.accessToken();
      return held?.ok ? session?.renewAfter(held.value) : null;
    },
    renew: () => session?.renewNow(),
    // One at a time: starting another cancels the first.
    'sign-in': () => {
      signingIn = signingIn.then(signIn);
      return signingIn;
    },
    'keychain-refuses': () => {
      keychain.writeTrouble = 'locked';
    },
    'keychain-works': () => {
      keychain.writeTrouble = null;
    },
    async 'sign-out'() {
      const ended = await session?.signOut();
      hasTriedToLeave = true;
      isSignedOut = ended?.ok === true;
    },
  };

  return {
    begin(event: Event | 'sign-out') {
      const turn = scheduler.schedule(Promise.resolve(), event);
      underWay.push(turn.then(() => begin[event]?.()));
    },
    async settled() {
      await Promise.all(underWay);
    },
    async judge() {
      // The keychain is unlocked some day, and what was unsaved gets its chance.
      if (!isSignedOut) keychain.writeTrouble = null;
      await scheduler.waitFor(Promise.all(sessions.map((one) => one.settled())));
      for (const one of sessions) one.close();
      return { lost: !(await isWell()), sentTwice: server.sentTwice() };
    },
  };

  async function isWell(): Promise<boolean> {
    // Killed here: nothing of the session's memory is left, only keychain, notes and server.
    const plain = createTokenVault(keychain);
    const stored = await plain.read(ID);
    const tokens = stored.ok ? stored.value?.tokens : null;
    if (isSignedOut) return !tokens;
    if (hasTriedToLeave) return true;
    if (!tokens) return false;
    const next = await open(plain);
    const state = next?.state();
    next?.close();
    if (!next || !state) return false;
    if (state.status === 'needs-sign-in') {
      return state.reason === 'answer-lost' && server.lostAnswerTo(tokens.refreshToken);
    }
    return server.isAlive(tokens.refreshToken) || server.endedBySignIn();
  }
}
