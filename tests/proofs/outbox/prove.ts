// An entry the person was told is safe is in FreshBooks once, whatever happened on the way: the
// process killed at each step of each operation and at random, answers lost, connections cut, the
// disk full, the clock moved.
import type { Prove, Verdict } from '../proof.ts';
import { chanceOf } from '../rotation/chance.ts';
import { liveAtRandom } from './at-random.ts';
import { killAtEveryStep } from './every-step.ts';
import type { Breakage } from './messages.ts';
import { Trial } from './trial.ts';

const ENTRIES = 1000;

/** @param rounds how many entries are acknowledged in lives that end at random */
export const prove: Prove = ({ seed, rounds, say }) =>
  proveOutbox({ seed, entries: rounds ?? ENTRIES, oneStepIn: 1, broken: null, say });

export interface OutboxPlan {
  readonly seed: number;
  readonly entries: number;
  /** 1: each step of each operation is met once; 10: one in ten inside the process; null: none. */
  readonly oneStepIn: number | null;
  readonly broken: Breakage | null;
  readonly say: (sentence: string) => void;
}

/** Two installations side by side, since each spends half its time waiting for a process. */
export async function proveOutbox(plan: OutboxPlan): Promise<Verdict> {
  const { seed, entries, oneStepIn, say } = plan;
  const [steps, random] = await Promise.all([
    inTrial(plan, seed, async (trial) =>
      oneStepIn === null
        ? { operations: 0, steps: 0 }
        : await killAtEveryStep(trial, oneStepIn, say),
    ),
    inTrial(plan, seed + 1, (trial) => liveAtRandom(trial, entries, say)),
  ]);
  const both = [steps, random] as const;
  const sum = (of: (one: (typeof both)[number]) => number) => of(steps) + of(random);
  const judged = {
    acknowledged: sum(({ end }) => end.acknowledged),
    presentOnce: sum(({ end }) => end.presentOnce),
    takenBack: sum(({ end }) => end.takenBack),
    duplicates: sum(({ end }) => end.duplicates),
    lost: sum(({ end }) => end.lost),
    otherwise: sum(({ end }) => end.otherwise),
    unsent: sum(({ end }) => end.unsent),
    corrupted: sum(({ trial }) => trial.corrupted),
  };
  const { duplicates, lost, otherwise, unsent, corrupted } = judged;
  tellFaults(random.trial, say);
  for (const { end } of both) for (const wrong of end.wrong) say(wrong);
  return {
    figures: {
      'entries acknowledged': judged.acknowledged,
      'present exactly once': judged.presentOnce,
      'taken back': judged.takenBack,
      duplicates,
      lost,
      'other than acknowledged': otherwise,
      unsent,
      'corrupted databases': corrupted,
      kills: sum(({ trial }) => trial.kills),
      operations: steps.count.operations,
      'killed at a step': steps.count.steps,
      faults: sum(({ trial }) => trial.network.total),
      'clock moves': sum(({ trial }) => trial.clockMoves),
      'disk full': random.count.timesFull,
      'told of no room': random.trial.ledger.refusals.get('storage-full') ?? 0,
      disk: random.trial.disk?.kind ?? 'page limit',
      seed,
    },
    holds:
      judged.acknowledged === judged.presentOnce + judged.takenBack &&
      duplicates + lost + otherwise + unsent + corrupted === 0,
  };
}

async function inTrial<Count>(
  { broken }: OutboxPlan,
  seed: number,
  run: (trial: Trial) => Promise<Count>,
) {
  const trial = await Trial.begin({ chance: chanceOf(seed), broken });
  try {
    const count = await run(trial);
    return { trial, count, end: await trial.finish() };
  } finally {
    await trial.close();
  }
}

function tellFaults({ network, ledger }: Trial, say: OutboxPlan['say']): void {
  for (const [fault, times] of [...network.counts].sort()) say(`${fault}: ${times}`);
  for (const [code, times] of ledger.refusals) say(`told ${code}: ${times}`);
}
