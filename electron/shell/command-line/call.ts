// The caller's side: asks the running app, starts it first where none runs, prints the answer and
// ends. It shows no window, opens no keychain, reads no data: all of that is the app's.
import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { app } from 'electron';
import { drawWithoutGraphicsCard } from '../software-drawing.ts';
import { cleanStdio } from './clean-stdio.ts';
import { type Answer, EXIT } from './exit-codes.ts';
import { HELP } from './help.ts';
import { type Ask, type CommandLine, REQUEST_SWITCH } from './read-argv.ts';
import { openWaitingPlace, type WaitingPlace } from './waiting-place.ts';

type Call = Exclude<CommandLine, { kind: 'launch' }>;

/** Long enough for an app that is still starting on a slow computer. */
const LONGEST_WAIT_MS = 20_000;

/** Two callers may find no app at the same moment; whichever starts one, the other finds it. */
const MOST_STARTS = 5;
const TRY_AGAIN_MS = 300;

/** Whoever gives up waiting leaves nothing of what was typed behind. */
const ASKED_TO_END = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

const NO_ANSWER: Answer = {
  exitCode: EXIT.noAnswer,
  stdout: '',
  stderr: 'Traybooks did not answer. Look in the app whether it was done.',
};

/** Ends this process; never rejects. */
export async function call(commandLine: Call): Promise<void> {
  app.dock?.hide();
  drawWithoutGraphicsCard();
  const json = commandLine.kind === 'ask' && commandLine.json;
  end(await answerTo(commandLine).catch((error: unknown) => notAsked(error, json)));
}

async function answerTo(commandLine: Call): Promise<Answer> {
  switch (commandLine.kind) {
    case 'help':
      return { exitCode: EXIT.done, stdout: HELP, stderr: '' };
    case 'version':
      return { exitCode: EXIT.done, stdout: `Traybooks ${app.getVersion()}`, stderr: '' };
    case 'wrong':
      return {
        exitCode: EXIT.wrongUse,
        stdout: '',
        stderr: `${commandLine.why} See --help.`,
      };
    case 'ask':
      return ask(commandLine.ask, commandLine.json, commandLine.switches);
  }
}

async function ask(what: Ask, json: boolean, switches: readonly string[]): Promise<Answer> {
  const place = await openWaitingPlace(what, json);
  // Chromium keeps its own files in the profile, and that is the app's.
  app.setPath('sessionData', place.folder);
  for (const signal of ASKED_TO_END) {
    process.once(signal, () => {
      place.close();
      app.exit(EXIT.noAnswer);
    });
  }
  const tooLong = new AbortController();
  try {
    return await Promise.race([
      place.answer,
      handOver(place, switches),
      pause(LONGEST_WAIT_MS, NO_ANSWER, { signal: tooLong.signal }),
    ]);
  } finally {
    tooLong.abort();
    place.close();
  }
}

/** Ends with an answer only where nobody can be found to give one. */
async function handOver(place: WaitingPlace, switches: readonly string[]): Promise<Answer> {
  for (let starts = 0; starts < MOST_STARTS; ) {
    if (app.requestSingleInstanceLock({ requestFolder: place.folder })) {
      app.releaseSingleInstanceLock();
      starts += 1;
      await appEnds(place.folder, switches);
    }
    // Refused, or started in vain: the request went to the one that has the lock. That is an app,
    // which takes it, or another caller, who has the lock for a moment and takes nothing. Asking
    // again is safe: a request is taken once.
    await pause(TRY_AGAIN_MS * (1 + Math.random()));
    if (place.isTaken()) return forEver();
  }
  return {
    exitCode: EXIT.noAnswer,
    stdout: '',
    stderr: 'Traybooks could not be started.',
  };
}

/** Starts the app, and resolves when that one has ended. */
function appEnds(folder: string, switches: readonly string[]): Promise<void> {
  // The files of an AppImage are there only while the program they were started from runs.
  const program = process.env.APPIMAGE ?? process.execPath;
  const itself = app.isPackaged ? [] : [app.getAppPath()];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...switches, ...itself, `${REQUEST_SWITCH}=${folder}`], {
      detached: true,
      stdio: cleanStdio(),
      // A folder in use cannot be unmounted, and the app goes on for days.
      cwd: homedir(),
    });
    child.once('error', reject);
    child.once('exit', () => resolve());
    child.unref();
  });
}

function forEver(): Promise<never> {
  return new Promise(() => undefined);
}

/** In JSON as the app itself would have said it. */
function notAsked(error: unknown, json: boolean): Answer {
  const reason = error instanceof Error ? error.message : String(error);
  const words = `Traybooks could not be asked: ${reason}`;
  if (!json) return { exitCode: EXIT.notDone, stdout: '', stderr: words };
  const told = { done: false, error: { code: 'bug', words } };
  return { exitCode: EXIT.notDone, stdout: JSON.stringify(told), stderr: '' };
}

/** A process that ends at once takes with it what has not reached the terminal. */
function end({ exitCode, stdout, stderr }: Answer): void {
  const lines = (text: string) => (text === '' ? '' : `${text}\n`);
  process.stderr.write(lines(stderr), () => {
    process.stdout.write(lines(stdout), () => app.exit(exitCode));
  });
}
