// Starts lives, keeps one in reserve so that the next needs no waiting, and hears what they say.
import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { build } from 'vite';
import type { Order, Report } from './messages.ts';

const PROJECT = join(import.meta.dirname, '../../..');
/** Inside the project, or the native modules would not be found. Another run has its own. */
const BUNDLES = join(PROJECT, `test-output/proofs/outbox-${process.pid}`);
/** A life this short is over before it is worth tidying up. */
const ROOMY = '--max-semi-space-size=64';
/** A life that says nothing for this long hangs, which is a finding of its own. */
const LONGEST_SILENCE_MS = 150_000;

export interface Life {
  tell(order: Order): void;
  /**
   * @param heard told of everything it says on the way, in order
   * @returns what was waited for, or null when it died before it could say it
   */
  until<Name extends Report['said']>(
    name: Name,
    heard?: (report: Report) => void,
  ): Promise<Extract<Report, { readonly said: Name }> | null>;
  /** SIGKILL. */
  kill(): void;
  /** Settles once it is dead and its last word was read, however it came to that. */
  readonly dead: Promise<void>;
}

export interface Lives {
  next(): Promise<Life>;
  end(): Promise<void>;
}

let building: Promise<unknown> | null = null;

export async function startLives(): Promise<Lives> {
  building ??= buildLife();
  await building;
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

/** One file of plain JavaScript starts ten times faster than a tree of TypeScript. */
function buildLife(): Promise<unknown> {
  process.once('exit', () => rmSync(BUNDLES, { recursive: true, force: true }));
  return build({
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
}

async function start(): Promise<Life> {
  const child = spawn(process.execPath, [ROOMY, join(BUNDLES, 'life.cjs')], {
    stdio: ['ignore', 'inherit', 'inherit', 'pipe', 'ipc'],
  });
  const life = lifeOf(child);
  if ((await life.until('ready')) === null) throw new Error('A life did not begin.');
  return life;
}

function lifeOf(child: ChildProcess): Life {
  const said: Report[] = [];
  let onNews = () => {};
  let isDead = false;
  // A pipe of ours, because a message over Node's own channel may still be unsent at a kill.
  const lines = createInterface({ input: child.stdio[3] as Readable });
  lines.on('line', (line) => {
    said.push(JSON.parse(line));
    onNews();
  });
  const dead = Promise.all([
    new Promise((resolve) => lines.once('close', resolve)),
    new Promise((resolve) => child.once('exit', resolve)),
  ]).then(() => {
    isDead = true;
    onNews();
  });
  // Told to somebody who has just died; its death is what counts.
  child.on('error', () => {});

  function news(): Promise<void> {
    return new Promise((resolve, reject) => {
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

  return {
    dead,
    tell: (order) => void child.send(order, () => {}),
    async until<Name extends Report['said']>(
      name: Name,
      heard: (report: Report) => void = () => {},
    ) {
      for (;;) {
        const report = said.shift();
        if (!report && isDead) return null;
        if (!report) await news();
        else {
          if (report.said === 'bug') throw new Error(`A life met a bug: ${report.what}`);
          heard(report);
          if (report.said === name) return report as Extract<Report, { readonly said: Name }>;
        }
      }
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
