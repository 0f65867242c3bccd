// A timer somebody trusts: days full of pauses, absences, kills, lost answers, second thoughts and
// other devices, some of them across a change of clocks. What FreshBooks holds in the end equals
// what was worked, to the second.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freelancer } from '../../../electron/sandbox/seed/freelancer.ts';
import { startSandbox } from '../../../electron/sandbox/start-sandbox.ts';
import { NO_ROUNDING } from '../../../shared/no-rounding.ts';
import type { Rounding } from '../../../shared/settings.ts';
import type { Prove } from '../proof.ts';
import { type Chance, chanceOf } from '../rotation/chance.ts';
import { Computer } from './computer.ts';
import { Day } from './day.ts';
import { compare, type DayCount } from './ledger.ts';
import { type Lives, startLives } from './lives.ts';
import { openAccount } from './sandbox-account.ts';
import { live } from './story.ts';
import { Truth } from './truth.ts';
import { WebApp } from './web-app.ts';

const DAYS = 60;
const THINGS_A_DAY = 9;
const TEN_YEARS_S = 10 * 365 * 24 * 3600;

/** When each begins, in Toronto: a morning, and the evenings before the clocks change. */
const BEGINNINGS = [
  { startMs: Date.UTC(2026, 2, 8, 4, 30), isNightOfChange: true },
  { startMs: Date.UTC(2026, 10, 12, 14), isNightOfChange: false },
  { startMs: Date.UTC(2026, 10, 1, 3, 30), isNightOfChange: true },
  { startMs: Date.UTC(2026, 5, 3, 12), isNightOfChange: false },
] as const;

const RULES: readonly Rounding[] = [
  NO_ROUNDING,
  NO_ROUNDING,
  { toMinutes: 15, direction: 'up' },
  NO_ROUNDING,
  { toMinutes: 6, direction: 'nearest' },
];

interface Lived extends DayCount {
  readonly segments: number;
  readonly kills: number;
  readonly lostAnswers: number;
  readonly wrongQuestions: number;
}

/** @param rounds how many days */
export const prove: Prove = async ({ seed, rounds, say }) => {
  const days = rounds ?? DAYS;
  const lives = await startLives();
  const sum = {
    segments: 0,
    entries: 0,
    kills: 0,
    lostAnswers: 0,
    loggedSeconds: 0,
    truthSeconds: 0,
    difference: 0,
    lost: 0,
    doubled: 0,
    wrongQuestions: 0,
  };
  try {
    for (let number = 0; number < days; number += 1) {
      const lived = await liveOneDay(lives, number, chanceOf(seed + number)).catch((cause) => {
        throw new Error(`Day ${number} did not end.`, { cause });
      });
      for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += lived[key];
      const isWrong = lived.difference + lived.lost + lived.doubled + lived.wrongQuestions > 0;
      if (isWrong) say(`day ${number} falls short: ${JSON.stringify(lived)}`);
      if (number % 10 === 9) say(`${number + 1} days: ${JSON.stringify(sum)}`);
    }
  } finally {
    await lives.end();
  }
  const { loggedSeconds, truthSeconds, difference, lost, doubled, wrongQuestions } = sum;
  return {
    figures: {
      days,
      segments: sum.segments,
      entries: sum.entries,
      kills: sum.kills,
      lostAnswers: sum.lostAnswers,
      logged: `${loggedSeconds}s`,
      truth: `${truthSeconds}s`,
      difference,
      lost,
      doubled,
      wrongQuestions,
    },
    holds: difference + lost + doubled + wrongQuestions === 0 && loggedSeconds > 0,
  };
};

async function liveOneDay(lives: Lives, number: number, chance: Chance): Promise<Lived> {
  const beginning = BEGINNINGS[number % BEGINNINGS.length] ?? BEGINNINGS[0];
  const rule = RULES[number % RULES.length] ?? NO_ROUNDING;
  const startMs = beginning.startMs + chance.below(60_000);
  const folder = await mkdtemp(join(tmpdir(), 'traybooks-timer-'));
  let clock = () => startMs;
  const sandbox = await startSandbox({
    clock: () => clock(),
    randomBytes,
    accessTokenSeconds: TEN_YEARS_S,
    seed: freelancer,
  });
  try {
    const { accessToken, businessId, projectId, serviceId } = await openAccount(sandbox);
    const computer = new Computer({
      lives,
      sandbox,
      chance,
      startMs,
      installation: {
        databasePath: join(folder, 'traybooks.db'),
        baseUrl: sandbox.baseUrl,
        accessToken,
        settings: { rounding: { [String(businessId)]: rule }, awayAfterMinutes: 10 },
      },
    });
    clock = () => computer.clock();
    const prefix = `Proof ${number}:`;
    const truth = new Truth();
    const web = new WebApp(sandbox, prefix);
    const day = new Day({ computer, web, truth, chance, prefix, projectId, serviceId });
    await live(day, THINGS_A_DAY, beginning.isNightOfChange);
    await computer.end();
    const { kills, lostAnswers } = computer;
    const { wrongQuestions, segments } = day;
    const count = compare(web.logged(), truth.expected(rule));
    return { ...count, segments, kills, lostAnswers, wrongQuestions };
  } finally {
    await sandbox.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
