// How a day goes: from the morning, or from the evening before the clocks change, to the last entry
// in FreshBooks.
import { type Day, MINUTE_MS } from './day.ts';
import { startBoth, startElsewhere, touchElsewhere } from './elsewhere.ts';
import { goAway, putClockForward } from './time-away.ts';

/** A timer of more than a day is not logged; the person stops before. */
const LONGEST_MS = 14 * 60 * MINUTE_MS;
/** FreshBooks is asked again until it has everything; each time later than a late request. */
const LAST_LOOKS = 25;

/** @param things how many the person does */
export async function live(day: Day, things: number, isNightOfChange: boolean): Promise<void> {
  const { computer, chance } = day.plan;
  await computer.comeUp();
  await day.start(chance.below(2) * day.minutes(1, 20));
  if (isNightOfChange) await sleepOverChange(day);
  for (let count = 0; count < things; count += 1) {
    await oneThing(day);
    await day.sit(day.minutes(1, 25));
    if (chance.below(4) === 0) await day.refresh();
    if (chance.below(6) === 0) await computer.kill();
    if (day.note !== null && day.plan.truth.seconds(day.note) * 1000 > LONGEST_MS) await day.stop();
  }
  await finish(day);
}

/** Forgotten in the evening; it was work all the same. */
async function sleepOverChange(day: Day): Promise<void> {
  await goAway(day, { lengthMs: 7 * 60 * MINUTE_MS, choice: 'keep' });
  if (day.view().timer?.leftOvernight !== true) day.wrongQuestions += 1;
  await day.command('timer.overnight-seen', ({ timer }) => timer?.leftOvernight === false);
  if (day.view().timer?.leftOvernight !== false) day.wrongQuestions += 1;
}

async function oneThing(day: Day): Promise<void> {
  const { chance, computer } = day.plan;
  switch (chance.below(13)) {
    case 0:
    case 1:
      await day.start(chance.below(2) * day.minutes(1, 20));
      return;
    case 2:
      return pauseForNow(day);
    case 3:
      return day.resume();
    case 4:
    case 5:
    case 6:
      return goAway(day);
    case 7:
      return day.moveStart(([-15, -5, 0.5][chance.below(3)] as number) * MINUTE_MS);
    case 8:
      return touchElsewhere(day);
    case 9:
      return chance.below(2) === 0 ? startElsewhere(day) : startBoth(day);
    case 10:
      return stopAndTakeBack(day);
    case 11:
      if (chance.below(2) === 0) return putClockForward(day, day.minutes(11, 90));
      return setClockBack(day);
    default:
      if (chance.below(5) === 0) return day.discard();
      computer.network = computer.network === 'there' ? 'gone' : 'there';
      return day.stop();
  }
}

/** For a while, or for the night: what is gone on with in the morning is another entry. */
async function pauseForNow(day: Day): Promise<void> {
  await day.pause();
  if (day.ticking.size > 0 || day.plan.chance.below(2) === 0) return;
  day.pass(day.minutes(10 * 60, 14 * 60));
  await day.resume();
}

/** Some seconds after the app looked at it last. */
async function setClockBack(day: Day): Promise<void> {
  const { computer } = day.plan;
  if (!day.isRunning) return;
  await day.sit(MINUTE_MS);
  day.pass(day.minutes(0, 1));
  computer.moveClock(-day.minutes(1, 120));
  // A life that has just begun cannot know how much time went by before it.
  computer.isSpared = true;
  await day.tell([{ kind: 'sample', atMs: computer.clock(), idleSeconds: 0 }]);
  computer.isSpared = false;
  await day.refresh();
}

async function stopAndTakeBack(day: Day): Promise<void> {
  const { computer, truth } = day.plan;
  const { note, isRunning, firstStartMs } = day;
  if (note === null || truth.seconds(note) < 1) return;
  await day.stop();
  const stoppedMs = computer.trueMs;
  day.pass(3000);
  const id = day.view().outbox.undo?.id;
  if (id === undefined) throw new Error(`Nothing can be taken back: ${JSON.stringify(day.view())}`);
  await computer.does(
    { act: 'command', name: 'time.undo', input: { id } },
    ({ timer }) => timer?.note === note,
  );
  day.note = note;
  if (!isRunning) return;
  truth.paint(note, stoppedMs, computer.trueMs);
  day.begins(note);
  day.firstStartMs = firstStartMs;
}

async function finish(day: Day): Promise<void> {
  const { computer, web } = day.plan;
  computer.network = 'there';
  for (let look = 0; look < LAST_LOOKS; look += 1) {
    // One that ran elsewhere meanwhile comes to light when nothing else runs.
    await day.stop();
    day.pass(MINUTE_MS);
    const { outbox, timer } = await day.refresh();
    if (timer !== null && day.note === null && day.ticking.has(timer.note)) day.note = timer.note;
    const isAllThere = outbox.waiting + outbox.unsure === 0 && timer === null;
    if (isAllThere && !web.isAnyTimerLeft()) return;
  }
}
