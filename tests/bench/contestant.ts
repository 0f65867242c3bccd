// The two that are measured, and one running copy of either, with the stopwatch inside.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { AS_ROOT, electronExecutable, ROOT } from '../support/app/running-app.ts';

export interface Contestant {
  readonly name: 'ours' | 'yardstick';
  readonly folder: string;
  readonly switches: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** As xdotool writes it. */
  readonly shortcut: string;
}

/** What the stopwatch tells; see stopwatch.cjs. */
export interface Mark {
  readonly name: string;
  readonly atMs: number;
  readonly [more: string]: unknown;
}

export interface RunningContestant {
  readonly pid: number;
  /** Just before the process was created, by the wall clock. */
  readonly startedAtMs: number;
  /** The next mark of this name that was not yet taken, as soon as it is there. */
  mark(name: string): Promise<Mark>;
  order(line: string): void;
  quit(): Promise<void>;
}

/** Loading takes seconds on a busy machine; minutes mean that something is wrong. */
const LONGEST_WAIT_MS = 60_000;

export function start(contestant: Contestant): RunningContestant {
  const startedAtMs = Date.now();
  const child = spawn(
    electronExecutable(),
    [
      ...AS_ROOT,
      ...contestant.switches,
      '-r',
      join(import.meta.dirname, 'stopwatch.cjs'),
      contestant.folder,
    ],
    { cwd: ROOT, env: { ...process.env, ...contestant.env }, stdio: ['pipe', 'pipe', 'pipe'] },
  );
  const exited = once(child, 'exit');
  const marks: Mark[] = [];
  const waiting = new Set<() => void>();
  let ended = false;
  let errors = '';

  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith('BENCH ')) return;
    marks.push(JSON.parse(line.slice(6)) as Mark);
    for (const look of waiting) look();
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  child.once('exit', () => {
    ended = true;
    for (const look of waiting) look();
  });

  function mark(name: string): Promise<Mark> {
    return new Promise((resolve, reject) => {
      const fail = (what: string) =>
        reject(new Error(`${contestant.name} ${what} before it told "${name}".\n${errors}`));
      const tooLong = setTimeout(() => settle(() => fail('took too long')), LONGEST_WAIT_MS);
      function settle(end: () => void): void {
        clearTimeout(tooLong);
        waiting.delete(look);
        end();
      }
      function look(): void {
        const index = marks.findIndex((known) => known.name === name);
        const [found] = index < 0 ? [] : marks.splice(index, 1);
        if (found) settle(() => resolve(found));
        else if (ended) settle(() => fail('ended'));
      }
      waiting.add(look);
      look();
    });
  }

  return {
    pid: pidOf(child),
    startedAtMs,
    mark,
    order: (line) => child.stdin.write(`${line}\n`),
    async quit() {
      if (!ended) child.stdin.write('quit\n');
      const tooLong = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await exited;
      clearTimeout(tooLong);
    },
  };
}

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('Electron could not be started');
  return child.pid;
}
