// The same person, with the phone or in the web app, while the app runs on the desk.
import { type Day, MINUTE_MS } from './day.ts';

/** Pauses, resumes, logs or discards there the timer that was started here. */
export async function touchElsewhere(day: Day): Promise<void> {
  const { web, truth, chance } = day.plan;
  const { note } = day;
  if (note === null) return;
  day.plan.computer.network = 'there';
  // In step first: what is changed at both ends at once has no one truth.
  await day.refresh();
  const there = web.find(note);
  if (!there || there.isRunning !== day.isRunning || truth.seconds(note) < 1) return;
  day.firstStartMs = null;
  const what = chance.below(4);
  if (what === 0 && there.isRunning) {
    await web.timers.pause(there.id);
    day.ticking.delete(note);
  } else if (what === 0) {
    await web.timers.resume(there.id);
    day.begins(note);
  } else if (what === 1) {
    await web.timers.log(there.id);
    day.ticking.delete(note);
    truth.goes(note, 'stopped-elsewhere');
    day.note = null;
  } else if (what === 2) {
    await web.timers.discard(there.id);
    await pickUp(day);
    // Its minutes are kept here until they are given up here, too.
    day.ticking.delete(note);
    return;
  }
  day.pass(day.minutes(0, 4));
  await pickUp(day);
}

/** One is started there while none runs here. */
export async function startElsewhere(day: Day): Promise<void> {
  if (day.note !== null) return;
  day.plan.computer.network = 'there';
  await begin(day);
  day.pass(day.minutes(0, 5));
  await pickUp(day);
}

/** Offline, one is started here; then one there. Both are worked on, as far as anybody knows. */
export async function startBoth(day: Day): Promise<void> {
  const { computer } = day.plan;
  if (day.note !== null) await day.stop();
  computer.network = 'there';
  await day.refresh();
  computer.network = 'gone';
  await day.start();
  await day.sit(day.minutes(1, 5));
  const theirs = await beginBeside(day);
  await day.sit(day.minutes(1, 5));
  computer.network = 'there';
  day.pass(MINUTE_MS);
  await day.refresh();
  await day.sit(day.minutes(1, 20));
  await day.stop();
  day.pass(MINUTE_MS);
  await day.refresh();
  if (day.view().timer?.note !== theirs) await pickUp(day);
  day.note = theirs;
  day.firstStartMs = null;
}

async function begin(day: Day): Promise<void> {
  day.note = await beginBeside(day);
  day.firstStartMs = null;
}

async function beginBeside(day: Day): Promise<string> {
  const { web, computer } = day.plan;
  const note = day.newNote();
  await web.timers.start({ note, startedAtMs: computer.clock() });
  day.begins(note);
  return note;
}

/** A refresh that is cut short by a kill is made again, so one is enough. */
async function pickUp(day: Day): Promise<void> {
  await day.refresh();
}
