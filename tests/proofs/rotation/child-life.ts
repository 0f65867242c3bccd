// Starts lives, keeps one in reserve so that the next needs no waiting, and ends them by SIGKILL.
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';
import type { Order, Report } from './messages.ts';

const PROJECT = join(import.meta.dirname, '../../..');
/** Inside the project, or the native modules would not be found. */
const BUNDLES = join(PROJECT, 'test-output/proofs/rotation');
/** A life that says nothing for this long hangs, which is a finding of its own. */
const LONGEST_SILENCE_MS = 30_000;

export interface Life {
  /** @returns what it said to that, or null when it was dead before it could */
  ask(order: Order): Promise<Report | null>;
  tell(order: Order): void;
  /** SIGKILL. */
  kill(): void;
  /** Settles once it is dead, however it came to that. */
  readonly dead: Promise<void>;
}

export interface Lives {
  next(): Promise<Life>;
  end(): Promise<void>;
}

/** One file of plain JavaScript starts ten times faster than a tree of TypeScript. */
export async function startLives(): Promise<Lives> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: PROJECT,
    ssr: { noExternal: true, external: ['keytar', 'libsql'] },
    build: {
      ssr: join(import.meta.dirname, 'life.ts'),
      outDir: BUNDLES,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: {
        external: ['keytar', 'libsql', /^node:/],
        output: { format: 'cjs', entryFileNames: 'life.cjs' },
      },
    },
  });
  let reserve = start();
  return {
    async next() {
      const life = await reserve;
      reserve = start();
      return life;
    },
    async end() {
      const unused = await reserve;
      unused.kill();
      await unused.dead;
    },
  };
}

async function start(): Promise<Life> {
  const child = fork(join(BUNDLES, 'life.cjs'), { execArgv: [] });
  const life = lifeOf(child);
  const first = await life.heard();
  if (first?.said !== 'ready') throw new Error(`A life did not begin: ${JSON.stringify(first)}`);
  return life;
}

function lifeOf(child: ChildProcess): Life & { heard(): Promise<Report | null> } {
  const unheard: Report[] = [];
  let listener: ((report: Report | null) => void) | null = null;
  let isDead = false;
  const dead = new Promise<void>((resolve) => {
    child.once('exit', () => {
      isDead = true;
      listener?.(null);
      resolve();
    });
  });
  child.on('message', (report: Report) => {
    if (listener) listener(report);
    else unheard.push(report);
  });
  // Told to somebody who has just died; its death is what counts.
  child.on('error', () => {});

  function heard(): Promise<Report | null> {
    const waiting = unheard.shift();
    if (waiting) return Promise.resolve(waiting);
    if (isDead) return Promise.resolve(null);
    return new Promise((resolve, reject) => {
      const silence = setTimeout(
        () => reject(new Error('A life fell silent.')),
        LONGEST_SILENCE_MS,
      );
      listener = (report) => {
        clearTimeout(silence);
        listener = null;
        resolve(report);
      };
    });
  }

  return {
    dead,
    heard,
    ask(order) {
      child.send(order, () => {});
      return heard();
    },
    tell: (order) => void child.send(order, () => {}),
    kill: () => void child.kill('SIGKILL'),
  };
}
