// Two commands started together on a fresh clone would both install packages or both download
// Electron into the same place. The second one waits here for the first.
// @ts-check
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SetupProblem, say } from './setup-problem.mjs';

const LONGEST_WAIT_MS = 15 * 60_000;

/**
 * Runs `work` while holding the lock file, waiting for another living process to let go of it.
 * @template T
 * @param {string} lockFile
 * @param {string} errand what the holder does, for the sentence shown to whoever waits
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function holding(lockFile, errand, work) {
  await mkdir(dirname(lockFile), { recursive: true });
  const giveUpAtMs = Date.now() + LONGEST_WAIT_MS;
  let told = false;
  while (!(await take(lockFile))) {
    if (Date.now() > giveUpAtMs)
      throw new SetupProblem(
        `Another command has been ${errand} for too long; remove ${lockFile} if that is not so.`,
      );
    if (!told) say(`Another command is ${errand}; waiting for it.`);
    told = true;
    await pause(100);
  }
  try {
    return await work();
  } finally {
    await rm(lockFile, { force: true });
  }
}

/** @param {string} lockFile */
async function take(lockFile) {
  try {
    await writeFile(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const holder = await holderOf(lockFile);
  if (holder !== undefined && !isAlive(holder)) await clearAway(lockFile, holder);
  return false;
}

/**
 * Renamed first: of several waiters only one gets to move the file, and if a new holder had
 * slipped in meanwhile its lock is put back.
 * @param {string} lockFile
 * @param {number} deadHolder
 */
async function clearAway(lockFile, deadHolder) {
  const aside = `${lockFile}.${process.pid}`;
  try {
    await rename(lockFile, aside);
  } catch {
    return; // Another waiter was quicker.
  }
  if ((await holderOf(aside)) === deadHolder) await rm(aside, { force: true });
  else await rename(aside, lockFile);
}

/** @param {string} lockFile */
async function holderOf(lockFile) {
  const text = await readFile(lockFile, 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
