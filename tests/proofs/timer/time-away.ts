// The person goes away with the timer running, in every way there is, comes back, and says what the
// time was.
import type { DesktopInput } from '../../../electron/workspace/timer/desktop-input.ts';
import type { AwayGap } from '../../../shared/snapshot.ts';
import { type Day, MINUTE_MS } from './day.ts';

/** As in the settings. */
const AWAY_AFTER_MS = 10 * MINUTE_MS;

const WAYS = ['idle', 'locked', 'asleep', 'killed', 'all-of-it'] as const;
type Way = (typeof WAYS)[number];

const CHOICES = ['keep', 'drop', 'drop-and-go-on', 'entries'] as const;
export type Choice = (typeof CHOICES)[number];

/** Instants of the time that really went by. */
interface Gap {
  readonly leftMs: number;
  readonly backMs: number;
}

/** @param given otherwise chance decides */
export async function goAway(
  day: Day,
  given: { readonly lengthMs?: number; readonly choice?: Choice } = {},
): Promise<void> {
  if (!day.isRunning) return;
  const { chance } = day.plan;
  const gaps = [await absence(day, given.lengthMs ?? day.minutes(4, 120))];
  // Somebody looks in, says nothing, and is gone again.
  if (chance.below(5) === 0) gaps.push(await absence(day, day.minutes(12, 40)));
  await day.sit(day.minutes(0, 3));
  for (const gap of gaps.filter(isAskedAbout)) {
    const choice = given.choice ?? CHOICES[chance.below(CHOICES.length)] ?? 'keep';
    await answer(day, gap, choice);
    if (choice === 'drop') break;
  }
  if (day.view().away !== null) day.wrongQuestions += 1;
}

/** The clock is put forward, which looks like nothing else; no time went by. */
export async function putClockForward(day: Day, ms: number): Promise<void> {
  const { computer } = day.plan;
  if (!day.isRunning) return;
  await day.sit(MINUTE_MS);
  const from = computer.clock();
  computer.moveClock(ms);
  await day.tell([sample(day, 0)]);
  expectQuestion(day, { fromMs: from, toMs: computer.clock() });
  await computer.does(
    { act: 'command', name: 'timer.away', input: { choice: 'drop-and-go-on' } },
    ({ away }) => away === null,
  );
  day.firstStartMs = null;
}

async function absence(day: Day, lengthMs: number): Promise<Gap> {
  const { computer, chance } = day.plan;
  await day.sit(MINUTE_MS);
  const leftMs = computer.trueMs;
  const backMs = leftMs + lengthMs;
  const way = WAYS[chance.below(WAYS.length)] ?? 'idle';
  await during(day, way, leftMs, backMs);
  day.pass(backMs - computer.trueMs);
  const isLocked = way === 'locked' || way === 'all-of-it';
  if (isLocked) await day.tell([{ kind: 'unlocked', atMs: computer.clock() }]);
  await day.tell([sample(day, 0)]);
  return { leftMs, backMs };
}

async function during(day: Day, way: Way, leftMs: number, backMs: number): Promise<void> {
  const { computer } = day.plan;
  const sinceLeft = () => (computer.trueMs - leftMs) / 1000;
  const left = () => backMs - computer.trueMs;
  /** A sample a minute, of somebody who is not there. */
  async function idle(ms: number): Promise<void> {
    const untilMs = Math.min(computer.trueMs + ms, backMs - 1000);
    while (computer.trueMs < untilMs) {
      day.pass(Math.min(MINUTE_MS, untilMs - computer.trueMs));
      await day.tell([sample(day, sinceLeft())]);
    }
  }
  async function turn(kind: 'locked' | 'sleeping' | 'woke'): Promise<void> {
    await day.tell([sample(day, sinceLeft()), { kind, atMs: computer.clock() }]);
  }
  switch (way) {
    case 'idle':
      return idle(left());
    case 'locked':
      await idle(2 * MINUTE_MS);
      return turn('locked');
    case 'asleep':
      await idle(2 * MINUTE_MS);
      await turn('sleeping');
      day.pass(Math.max(0, left() - 2000));
      return day.tell([{ kind: 'woke', atMs: computer.clock() }]);
    case 'killed':
      await idle(2 * MINUTE_MS);
      await computer.kill();
      day.pass(Math.max(0, left() - 2000));
      return computer.comeUp();
    case 'all-of-it':
      await idle(MINUTE_MS);
      await turn('locked');
      day.pass(Math.floor(left() / 3));
      await turn('sleeping');
      await computer.kill();
      day.pass(Math.floor(left() / 2));
      await computer.comeUp();
      // Still behind the lock: the new life has not heard of it.
      await day.tell([{ kind: 'locked', atMs: computer.clock() }]);
  }
}

function sample(day: Day, idleSeconds: number): DesktopInput {
  return { kind: 'sample', atMs: day.plan.computer.clock(), idleSeconds };
}

function isAskedAbout({ leftMs, backMs }: Gap): boolean {
  return backMs - leftMs >= AWAY_AFTER_MS;
}

function expectQuestion(day: Day, { fromMs, toMs }: AwayGap): void {
  const { away } = day.view();
  const second = (ms: number) => Math.floor(ms / 1000) * 1000;
  const isRight = away?.fromMs === second(fromMs) && away.toMs === second(toMs);
  if (!isRight) day.wrongQuestions += 1;
}

async function answer(day: Day, gap: Gap, choice: Choice): Promise<void> {
  const { computer, truth } = day.plan;
  const { note } = day;
  if (note === null) throw new Error('Nothing runs.');
  expectQuestion(day, {
    fromMs: gap.leftMs + computer.skewMs,
    toMs: gap.backMs + computer.skewMs,
  });
  const asked = JSON.stringify(day.view().away);
  const notes = choice === 'entries' ? [day.newNote(), day.newNote()] : [];
  const halfSeconds = Math.floor((gap.backMs - gap.leftMs) / 2000) - 30;
  const parts = notes.map((one) => ({ ...day.work(one), durationSeconds: halfSeconds }));
  await computer.does(
    {
      act: 'command',
      name: 'timer.away',
      input: choice === 'entries' ? { choice, parts } : { choice },
    },
    ({ away }) => JSON.stringify(away) !== asked,
  );
  if (choice === 'keep') return;
  truth.erase(note, gap.leftMs, choice === 'drop' ? computer.trueMs : gap.backMs);
  if (choice === 'drop') {
    day.ticking.delete(note);
    day.firstStartMs = null;
  }
  for (const [index, one] of notes.entries()) {
    const fromMs = gap.leftMs + index * halfSeconds * 1000;
    truth.paint(one, fromMs, fromMs + halfSeconds * 1000);
    truth.goes(one, 'part-of-time-away');
  }
  if (day.firstStartMs !== null) day.firstStartMs = null;
}
