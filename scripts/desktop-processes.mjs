// Everything a virtual desktop starts, each in a process group of its own: Ctrl-C at the terminal
// then reaches only us, the command gets to quit while its screen is still there, and at the end
// every group is ended by its id, the background programs it left included.
// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { listenTo, shellExitCode } from './child-process.mjs';
import { SetupProblem } from './setup-problem.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

const PATIENCE_MS = 3_000;
const FOLLOW_PARENT = ['setpriv', '--pdeathsig', 'TERM'];

/** Whether the kernel can be asked to end a part when we are killed outright and cannot tidy up. */
export async function canFollowParent() {
  const [program = '', ...words] = [...FOLLOW_PARENT, 'true'];
  return (await listenTo(program, words)).code === 0;
}

export class DesktopProcesses {
  /** @type {ChildProcess[]} */
  #started = [];
  /** @type {ChildProcess | undefined} */
  #command;
  #followParent;

  /** @param {boolean} followParent from canFollowParent */
  constructor(followParent) {
    this.#followParent = followParent;
  }

  /**
   * Starts one part of the desktop.
   * @param {string} program
   * @param {readonly string[]} args
   * @param {object} options
   * @param {NodeJS.ProcessEnv} options.env
   * @param {string} [options.input] written to its standard input, which is then closed
   * @param {boolean} [options.report] give it file descriptor 3 to report on
   */
  start(program, args, { env, input, report = false }) {
    const [first = program, ...rest] = this.#followParent
      ? [...FOLLOW_PARENT, program, ...args]
      : [program, ...args];
    const child = spawn(first, rest, {
      env,
      detached: true,
      stdio: [
        input === undefined ? 'ignore' : 'pipe',
        'ignore',
        'pipe',
        report ? 'pipe' : 'ignore',
      ],
    });
    child.once('error', () => {}); // Told by whoever waits for the part; see `ready`.
    child.stdin?.end(input);
    let words = '';
    child.stderr?.on('data', (chunk) => {
      words = (words + chunk).slice(-2_000);
    });
    this.#started.push(child);
    return { child, program, lastWords: () => words };
  }

  /**
   * Asks again and again until the part answers.
   * @template T
   * @param {ReturnType<DesktopProcesses['start']>} part
   * @param {() => Promise<T | undefined>} ask
   * @returns {Promise<T>}
   * @throws {SetupProblem} when it ended or kept silent for 20 seconds
   */
  async ready(part, ask) {
    const giveUpAtMs = Date.now() + 20_000;
    while (Date.now() < giveUpAtMs) {
      const answer = await ask();
      if (answer !== undefined) return answer;
      if (
        part.child.pid === undefined ||
        part.child.exitCode !== null ||
        part.child.signalCode !== null
      )
        break;
      await pause(30);
    }
    throw new SetupProblem(
      `The virtual desktop could not start ${part.program}.\n${part.lastWords()}`,
    );
  }

  /**
   * @param {string} command
   * @param {readonly string[]} args
   * @param {{ env: NodeJS.ProcessEnv, cwd: string }} options
   * @returns {Promise<number>} its exit code
   */
  async runCommand(command, args, options) {
    const child = spawn(command, args, { ...options, detached: true, stdio: 'inherit' });
    this.#command = child;
    this.#started.push(child);
    try {
      const [code, signal] = await once(child, 'exit');
      return shellExitCode(code, signal);
    } catch (error) {
      process.stderr.write(
        `${command}: ${error instanceof Error ? error.message : String(error)}\n`,
      );
      return 127;
    }
  }

  /** @param {NodeJS.Signals} signal */
  signalCommand(signal) {
    if (this.#command) signalGroup(this.#command, signal);
  }

  /** Last started, first ended: a window manager without its screen only prints complaints. */
  async endAll() {
    for (const child of this.#started.reverse()) {
      if (!signalGroup(child, 'SIGTERM')) continue;
      const giveUpAtMs = Date.now() + PATIENCE_MS;
      while (signalGroup(child, 0) && Date.now() < giveUpAtMs) await pause(20);
      signalGroup(child, 'SIGKILL');
    }
    this.#started = [];
  }
}

/**
 * @param {ChildProcess} leader
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether anyone in its group was there to get it
 */
function signalGroup(leader, signal) {
  if (leader.pid === undefined) return false;
  try {
    return process.kill(-leader.pid, signal);
  } catch {
    return false;
  }
}
