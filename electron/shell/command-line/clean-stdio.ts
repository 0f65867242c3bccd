// What a program started by a caller gets of the caller's open files: nothing.
//
// On Linux Chromium leaves the sockets to its own helper processes open for whatever is started
// from it. An app that inherits them keeps those helpers alive after the caller has ended, and with
// them the caller's output: `$(traybooks --status)` would wait until the app quits.
import type { StdioOptions } from 'node:child_process';
import { openSync, readdirSync, readFileSync } from 'node:fs';

const CLOSED_ON_START = 0o2000000;

/** Output and input go nowhere; every file that would be handed on is covered by `/dev/null`. */
export function cleanStdio(): StdioOptions {
  const none = ['ignore', 'ignore', 'ignore'] as const;
  const leaking = process.platform === 'linux' ? leakingFiles() : [];
  if (leaking.length === 0) return [...none];
  const nowhere = openSync('/dev/null', 'r+');
  const further = Array.from({ length: Math.max(...leaking) - 2 }, (_, index) =>
    leaking.includes(index + 3) ? nowhere : ('ignore' as const),
  );
  return [...none, ...further];
}

/** Numbers of the open files that are not closed when another program is started. */
function leakingFiles(): readonly number[] {
  return readdirSync('/proc/self/fdinfo')
    .map(Number)
    .filter((number) => number > 2 && (flagsOf(number) & CLOSED_ON_START) === 0);
}

function flagsOf(number: number): number {
  try {
    const info = readFileSync(`/proc/self/fdinfo/${number}`, 'utf8');
    return Number.parseInt(/^flags:\s*([0-7]+)/m.exec(info)?.[1] ?? '', 8) || CLOSED_ON_START;
  } catch {
    // The one that read the folder, closed meanwhile.
    return CLOSED_ON_START;
  }
}
