import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { holding } from '../../../scripts/folder-lock.mjs';

let folder: string;
let lock: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lock-'));
  lock = join(folder, 'work.lock');
});

afterEach(() => rm(folder, { recursive: true }));

it('lets go of the lock after the work, also when the work throws', async () => {
  expect(await holding(lock, 'working', async () => 'done')).toBe('done');
  await expect(
    holding(lock, 'working', async () => {
      throw new Error('broken');
    }),
  ).rejects.toThrow('broken');
  expect(await readdir(folder)).toEqual([]);
});

it('takes over from a holder that is no longer alive', async () => {
  // Above Linux's and macOS's highest process id, so it can belong to nobody.
  await writeFile(lock, '99999999');
  expect(await holding(lock, 'working', async () => 'done')).toBe('done');
});

it('never lets two workers in at once', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside++;
    most = Math.max(most, inside);
    await readdir(folder);
    inside--;
  };
  await Promise.all([holding(lock, 'working', work), holding(lock, 'working', work)]);
  expect(most).toBe(1);
});
