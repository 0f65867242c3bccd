// A disk small enough to be filled: a file system in memory, where the machine lets us mount one.
import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const SIZE = '24m';
const BLOCK = Buffer.alloc(64 * 1024);

export interface SmallDisk {
  readonly folder: string;
  /** For the last line. */
  readonly kind: string;
  /** Takes all the space there is left. */
  fill(): void;
  free(): void;
  remove(): void;
}

/** @returns null where nothing can be mounted */
export function mountSmallDisk(folder: string): SmallDisk | null {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
  } catch {
    return null;
  }
  const filler = join(folder, 'filler');
  const remove = () => void execFileSync('umount', ['-l', folder]);
  // Also when the run is broken off, or it would stay until the computer is started anew.
  process.once('exit', remove);
  return {
    folder,
    kind: `tmpfs of ${SIZE}`,
    fill() {
      const file = openSync(filler, 'a');
      try {
        for (let size = BLOCK.length; size > 0; ) size = write(file, size);
      } finally {
        closeSync(file);
      }
    },
    free: () => rmSync(filler, { force: true }),
    remove() {
      process.off('exit', remove);
      remove();
    },
  };
}

/** @returns the size to go on with: smaller when this one did not fit */
function write(file: number, size: number): number {
  try {
    return writeSync(file, BLOCK, 0, size) < size ? Math.floor(size / 2) : size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
      return Math.floor(size / 2);
    }
    throw error;
  }
}
