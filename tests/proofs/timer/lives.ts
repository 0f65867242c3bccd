// Starts lives, keeps one in reserve so that the next needs no waiting, and ends them by SIGKILL.
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';
import type { Order, Report } from './messages.ts';

const PROJECT = join(import.meta.dirname, '../../..');
/** Inside the project, or the native module would not be found. */
const BUNDLES = join(PROJECT, 'test-output/proofs/timer');
/** A life that says nothing for this long hangs, which is a finding of its own. */
const LONGEST_SILENCE_MS = 30_000;

export interface Life {
  /** @returns what it said to that, or null when it died before it could */
  ask(order: Order): Promise<Report | null>;
  /** SIGKILL; settles once it is dead. */
  kill(): Promise<void>;
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
    ssr: { noExternal: true, external: ['libsql'] },
    build: {
      ssr: join(import.meta.dirname, 'life.ts'),
      outDir: BUNDLES,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: {
        external: ['libsql', /^node:/],
        output: { format: 'cjs', entryFileNames: 'life.cjs' },
      },
    },
  });
  let reserve = begin();
  return {
    async next() {
      const life = await reserve;
      reserve = begin();
      return life;
    },
    end: async () => (await reserve).kill(),
  };
}

async function begin(): Promise<Life> {
  const child = fork(join(BUNDLES, 'life.cjs'), { execArgv: [] });
  const hear = ear(child);
  const first = await hear();
  if (first?.said !== 'ready') throw new Error(`A life did not begin: ${JSON.stringify(first)}`);
  const dead = new Promise<void>((resolve) => {
    if (child.exitCode === null && child.signalCode === null) child.once('exit', () => resolve());
    else resolve();
  });
  return {
    ask(order) {
      child.send(order, () => {});
      return hear();
    },
    kill() {
      child.kill('SIGKILL');
      return dead;
    },
  };
}

/** @returns a function that waits for the next report; null once nothing can come any more */
function ear(child: ChildProcess): () => Promise<Report | null> {
  const unheard: (Report | null)[] = [];
  let onNews = () => {};
  const tell = (report: Report | null) => {
    unheard.push(report);
    onNews();
  };
  child.on('message', (report: Report) => tell(report));
  child.on('exit', () => tell(null));
  // Told to somebody who has just died; its death is what counts.
  child.on('error', () => {});
  return async () => {
    if (unheard.length === 0) {
      await new Promise<void>((resolve, reject) => {
        const silence = setTimeout(
          () => reject(new Error('A life fell silent.')),
          LONGEST_SILENCE_MS,
        );
        onNews = () => {
          clearTimeout(silence);
          onNews = () => {};
          resolve();
        };
      });
    }
    return unheard.shift() ?? null;
  };
}
