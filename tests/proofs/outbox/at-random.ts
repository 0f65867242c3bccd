// Lives ended at random moments, over a network that is rough, on a disk that fills up, by a clock
// that is moved, until enough entries were acknowledged.
import { Course, movedBy } from './course.ts';
import type { Life } from './lives.ts';
import type { Act } from './messages.ts';
import type { Trial } from './trial.ts';

const ONE_FAULT_IN = 3;
/** Of real time; a dozen entries are stored, sent and looked for in less. */
const LONGEST_WAIT_MS = 500;
/** And of one that waits for a pause of the network's, on a busy machine. */
const LONGEST_LIFE_MS = 3000;
const MOST_STEPS = 500;

export interface RandomCount {
  lives: number;
  timesFull: number;
}

/** @param entries how many are to be acknowledged at least */
export async function liveAtRandom(
  trial: Trial,
  entries: number,
  say: (sentence: string) => void,
): Promise<RandomCount> {
  const count: RandomCount = { lives: 0, timesFull: 0 };
  const { chance, ledger, network, disk } = trial;
  const course = new Course({
    chance,
    newId: () => trial.newId(),
    keyOf: (id) => ledger.keyOf(id),
  });
  const wanted = ledger.acknowledged + entries;
  while (ledger.acknowledged < wanted) {
    network.oneIn = chance.below(5) === 0 ? 0 : ONE_FAULT_IN;
    if (chance.below(6) === 0) trial.moveClock(movedBy(chance));
    const isFull = chance.below(6) === 0;
    // Full before it comes up as often as afterwards.
    const isFullFirst = isFull && chance.below(2) === 0;
    if (isFull) count.timesFull += 1;
    if (isFullFirst) disk?.fill();
    const life = await trial.comeUp();
    if (isFull) disk?.fill();
    const noRoom: readonly Act[] = isFull && disk === null ? [{ act: 'fill-disk' }] : [];
    await liveOnce(trial, life, [...noRoom, ...course.acts()]);
    if (chance.below(2) === 0) disk?.free();
    count.lives += 1;
    if (count.lives % 25 === 0) trial.weeksPass();
    if (count.lives % 50 === 0) {
      say(`${count.lives} lives, ${ledger.acknowledged} entries, ${network.total} faults`);
    }
  }
  return count;
}

async function liveOnce(trial: Trial, life: Life, acts: readonly Act[]): Promise<void> {
  const { chance } = trial;
  const end = chance.below(10);
  // Some lives last until all is sent, time running as fast as it can; some end on the way there.
  const goesOn: readonly Act[] = chance.below(3) > 0 ? [{ act: 'until-sent' }] : [];
  const killAt = end < 5 ? 1 + chance.below(MOST_STEPS) : null;
  trial.tell(life, [{ act: 'arm', killAt }, ...acts, ...goesOn]);
  if (end < 8) await Promise.race([trial.done(life), wait(LONGEST_LIFE_MS)]);
  else await wait(chance.below(LONGEST_WAIT_MS));
  return trial.end(life, end === 7 ? 'quit' : 'killed');
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
