// Every command here ends by starting another program. This is the one place that decides what
// happens to signals and exit codes on the way, so that Ctrl-C and a CI's kill leave nothing behind.
// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** @typedef {{ code: number, stdout: string, stderr: string }} Outcome */

/**
 * The exit code a shell would report: a program ended by a signal counts as 128 + its number.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function shellExitCode(code, signal) {
  return code ?? 128 + (signal ? constants.signals[signal] : 0);
}

/**
 * Runs a program on this terminal and resolves to its exit code; rejects only when it cannot start.
 * A signal sent to this process is passed on, and we wait for the program to end by it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function runHere(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const release = passSignalsOn((signal) => child.kill(signal));
    child.once('error', (error) => {
      release();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      release();
      resolve(shellExitCode(code, signal));
    });
  });
}

/**
 * Runs a program quietly and resolves to what it said. A program that does not exist answers 127,
 * as a shell would; one that outlives `timeoutMs` is ended.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { timeoutMs?: number }} [options]
 * @returns {Promise<Outcome>}
 */
export function listenTo(command, args, { timeoutMs = 0, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      timeout: timeoutMs,
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    child.once('error', (error) => resolve({ code: 127, stdout, stderr: error.message }));
    child.once('close', (code, signal) =>
      resolve({ code: shellExitCode(code, signal), stdout, stderr }),
    );
  });
}

/**
 * @param {(signal: NodeJS.Signals) => void} receive
 * @returns {() => void} stop passing them on
 */
export function passSignalsOn(receive) {
  /** @type {readonly NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, receive);
  return () => {
    for (const signal of signals) process.off(signal, receive);
  };
}
