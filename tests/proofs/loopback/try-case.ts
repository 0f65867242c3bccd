// Plays one row of the hostile table against a real sign-in that waits, and afterwards lets the
// browser bring FreshBooks' own answer.
import { consent } from '../../support/followed-browser.ts';
import { type ManualClock, manualClock, settle } from '../../support/manual-clock.ts';
import { cameBack } from './came-back.ts';
import type { HostileCase, Target } from './hostile-case.ts';
import { request } from './request-text.ts';
import { openSignInBench, type SignInBench, type WaitingSignIn } from './sign-in-bench.ts';
import { WAYS, type Way } from './ways.ts';

export interface Finding {
  readonly attempts: number;
  /** A stranger ended or won the sign-in, or the answer counted twice. */
  readonly wronglyAccepted: readonly string[];
  /** Something else came back than the table says. */
  readonly otherwiseAnswered: readonly string[];
  /** FreshBooks' own answer did not sign in any more. */
  readonly realAnswerLost: readonly string[];
  /** A port that still listened, or a timer that still ran. */
  readonly leftBehind: readonly string[];
}

export interface HostileBench {
  /** @param turn decides by which of the four ways the real answer comes */
  tryCase(row: HostileCase, turn: number): Promise<Finding>;
  stop(): Promise<void>;
}

/** By the wall's clock: longer than this is a connection that nobody ever closes. */
const HANGS_AFTER_MS = 20_000;

export async function openHostileBench(): Promise<HostileBench> {
  const time = manualClock();
  const bench = await openSignInBench({ clock: time.now, timers: time.timers });
  // One goes ahead, so that there is an answer from before.
  const first = await bench.start();
  let answerBefore = answerIn(await consent(first.authorizeUrl, 'authorize'));
  first.cancel();
  await first.ended();

  return {
    async tryCase(row, turn) {
      const signIn = await bench.start();
      const it = await targetOf(signIn, time, answerBefore);
      answerBefore = it.answer;
      const playing = play(row, it, signIn, turn);
      // What goes on after it was given up concerns nobody.
      playing.catch(() => {});
      const limit = hanging(row.sentence);
      try {
        const finding = await Promise.race([playing, limit.reached]);
        // One that still waits here has gone wrong already, and has a right to its port.
        return { ...finding, leftBehind: signIn.isWaiting() ? [] : leftBehind(bench, time) };
      } finally {
        limit.clear();
        signIn.cancel();
        await signIn.ended();
      }
    },
    stop: bench.stop,
  };
}

async function targetOf(
  { authorizeUrl, port, paste, cancel }: WaitingSignIn,
  time: ManualClock,
  answerBefore: string,
): Promise<Target> {
  const address = await consent(authorizeUrl, 'authorize');
  const { searchParams } = new URL(address);
  return {
    port,
    code: searchParams.get('code') ?? '',
    state: searchParams.get('state') ?? '',
    answer: answerIn(address),
    answerBefore,
    pass: time.advance,
    paste(text) {
      const taken = paste(text);
      if (taken.ok) return 'taken';
      return taken.error.code === 'sign-in-needed' ? taken.error.reason : taken.error.code;
    },
    cancel,
  };
}

async function play(
  row: HostileCase,
  it: Target,
  signIn: WaitingSignIn,
  turn: number,
): Promise<Omit<Finding, 'leftBehind'>> {
  const afterwards = 'does' in row ? (row.afterwards ?? 'waiting') : 'waiting';
  const replies = await attemptsOf(row, it, signIn);
  await settle();
  const odd = replies.filter((reply) => !isExpected(row, reply)).map(String);
  const accepted = odd.filter((reply) => /final page|taken/.test(reply));
  const isOver = afterwards === 'waiting' && !signIn.isWaiting();
  if (isOver) accepted.push('The sign-in no longer waits.');

  const lost: string[] = [];
  if (!isOver) {
    const reply = afterwards === 'waiting' ? await bringRealAnswer(it, turn) : 'the final page';
    const ended = await signIn.ended();
    const wanted = afterwards === 'cancelled' ? JSON.stringify(CANCELLED) : 'signed in';
    if (reply !== 'the final page') lost.push(`It was answered: ${reply}`);
    else if (ended !== wanted) lost.push(ended);
  }
  return {
    attempts: replies.length,
    wronglyAccepted: accepted,
    otherwiseAnswered: odd.filter((reply) => !accepted.includes(reply)),
    realAnswerLost: lost,
  };
}

const CANCELLED = { code: 'cancelled', by: 'person' };

async function attemptsOf(
  row: HostileCase,
  it: Target,
  signIn: WaitingSignIn,
): Promise<readonly unknown[]> {
  if ('does' in row) return row.does(it);
  const replies: unknown[] = [];
  for (const way of WAYS) {
    // A port that has been given up would keep whoever knocks waiting.
    if (!signIn.isWaiting()) break;
    replies.push(cameBack(await way.send(it.port, row.sends(it)), it));
    await settle();
  }
  return replies;
}

async function bringRealAnswer(it: Target, turn: number): Promise<unknown> {
  const way: Way | undefined = WAYS[turn % WAYS.length];
  return way && cameBack(await way.send(it.port, request(it)), it);
}

function isExpected({ comesBack }: HostileCase, reply: unknown): boolean {
  return [comesBack].flat().some((expected) => expected === reply);
}

function leftBehind(bench: SignInBench, time: ManualClock): readonly string[] {
  return [
    ...bench.listening().map((port) => `Port ${port} still listens.`),
    ...time.pending.map((ms) => `A timer still has ${ms} ms to go.`),
  ];
}

function answerIn(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname + search;
}

function hanging(sentence: string) {
  let clear = () => {};
  const reached = new Promise<Omit<Finding, 'leftBehind'>>((resolve) => {
    const timer = setTimeout(() => {
      resolve({
        attempts: 1,
        wronglyAccepted: [],
        otherwiseAnswered: [`Nothing ever came back: ${sentence}`],
        realAnswerLost: [],
      });
    }, HANGS_AFTER_MS);
    clear = () => clearTimeout(timer);
  });
  return { reached, clear };
}
