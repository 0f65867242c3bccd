// Each operation once for each of its steps, the process ended at that step: around every word to
// the database, every request, every timer and every word to the person; and at each request's
// arrival and carrying out, as FreshBooks sees it.
import { Course } from './course.ts';
import type { Life } from './lives.ts';
import type { Act } from './messages.ts';
import type { Fault, Method, Moment } from './rough-network.ts';
import type { Trial } from './trial.ts';

type Faults = Partial<Record<Method, readonly Fault[]>>;

interface Operation {
  readonly name: string;
  /** What is saved in FreshBooks beforehand. */
  readonly first: readonly Act[];
  readonly acts: readonly Act[];
  readonly faults?: Faults;
}

export interface StepCount {
  operations: number;
  /** At each of which a life was ended. */
  steps: number;
}

const AN_HOUR_MS = 3_600_000;

/** The n-th step inside the process, or the n-th request as FreshBooks sees it; from 1. */
type Where = 'inside' | Moment;
const EVERYWHERE: readonly Where[] = ['inside', 'arrived', 'stored'];

/** @param oneIn 1: each step, 10: one in ten of those inside the process */
export async function killAtEveryStep(
  trial: Trial,
  oneIn: number,
  say: (sentence: string) => void,
): Promise<StepCount> {
  const count: StepCount = { operations: 0, steps: 0 };
  for (const plan of operations(trial)) {
    let killed = 0;
    for (const where of oneIn === 1 ? EVERYWHERE : (['inside'] as const)) {
      // Until a life comes to the end of the operation without having met such a step.
      let step = 1 + trial.chance.below(oneIn);
      while (await killAt(trial, plan(), where, step)) {
        killed += 1;
        step += oneIn;
      }
    }
    trial.weeksPass();
    count.operations += 1;
    count.steps += killed;
    say(`${plan().name}: killed at ${killed} steps`);
  }
  return count;
}

/** @returns false when the operation was over before that step */
async function killAt(
  trial: Trial,
  operation: Operation,
  where: Where,
  step: number,
): Promise<boolean> {
  const life = await prepared(trial, operation);
  let seen = 0;
  let isKilled = false;
  trial.network.onRequest = (moment) => {
    if (moment === where) seen += 1;
    if (moment !== where || seen !== step) return false;
    life.kill();
    isKilled = true;
    return true;
  };
  const killAtStep = where === 'inside' ? step : null;
  trial.tell(life, [{ act: 'arm', killAt: killAtStep }, ...operation.acts, { act: 'until-sent' }]);
  const steps = await trial.done(life);
  trial.network.onRequest = () => false;
  trial.network.planned = {};
  await trial.end(life);
  return steps === null || isKilled;
}

async function prepared(trial: Trial, { first, faults = {} }: Operation): Promise<Life> {
  const life = await trial.comeUp();
  await trial.settle(life);
  trial.tell(life, [{ act: 'be-patient' }, ...first, { act: 'until-sent' }]);
  await trial.done(life);
  trial.network.planned = faults;
  return life;
}

/** Made anew for each life: no two entries of the proof are called alike unless they are twins. */
function operations(trial: Trial): readonly (() => Operation)[] {
  const newId = () => trial.newId();
  const course = new Course({ chance: trial.chance, newId, keyOf: () => null });

  function log(daysAgo: number) {
    const id = newId();
    const said = { ...course.said(`step ${id}`), daysAgo };
    const entry = { of: id, key: null };
    return {
      log: { act: 'log', id, said },
      change: { act: 'change', id: newId(), entry, said: course.otherThan(said) },
      delete: { act: 'delete', id: newId(), entry },
    } as const satisfies Record<string, Act>;
  }
  const undo = (): Act => ({ act: 'undo', id: newId() });
  const sent: Act = { act: 'until-sent' };

  function adding(name: string, daysAgo: number, faults: Faults = {}) {
    return (): Operation => ({ name, first: [], acts: [log(daysAgo).log], faults });
  }
  function whileTheClockMoves(name: string, faults: Faults) {
    return (): Operation => {
      const pass: Act = { act: 'pass', ms: 1000 };
      const moved: Act = { act: 'move-clock', ms: AN_HOUR_MS };
      return { name, first: [], acts: [log(0).log, pass, moved, { act: 'retry' }], faults };
    };
  }
  function after(
    name: string,
    faults: Faults,
    acts: (made: ReturnType<typeof log>) => readonly Act[],
  ) {
    return (): Operation => {
      const made = log(0);
      return { name, first: [made.log], acts: acts(made), faults };
    };
  }
  function unsent(name: string, acts: (made: ReturnType<typeof log>) => readonly Act[]) {
    return (): Operation => ({ name, first: [], acts: acts(log(0)) });
  }

  return [
    adding('add', 0),
    adding('add for another day', 1),
    adding('add, answer dropped', 0, { POST: ['answer dropped'] }),
    adding('add, cut on its way', 0, { POST: ['cut before storing'] }),
    adding('add for another day, arriving late', 1, { POST: ['arrived late'] }),
    whileTheClockMoves('add, arriving late, the clock put forward', { POST: ['arrived late'] }),
    after('change', {}, (made) => [made.change]),
    after('change, answer dropped', { PUT: ['answer dropped'] }, (made) => [made.change]),
    after('delete', {}, (made) => [made.delete]),
    after('delete, answer dropped', { DELETE: ['answer dropped'] }, (made) => [made.delete]),
    after('undo of a delete', {}, (made) => [made.delete, undo()]),
    after('undo of a delete that was sent', {}, (made) => [made.delete, sent, undo()]),
    unsent('undo of an add', (made) => [made.log, undo()]),
    unsent('undo of an add that was sent', (made) => [made.log, sent, undo()]),
    unsent('change before it is sent', (made) => [made.log, made.change]),
  ];
}
