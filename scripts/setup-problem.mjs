// Set-up can stop for reasons a person must settle (a missing package, no network). Those are
// told in one sentence without a stack; everything else that throws is a bug and shows one.
// @ts-check

export class SetupProblem extends Error {}

/** @param {string} sentence what is being done, for the person at the terminal */
export function say(sentence) {
  process.stderr.write(`· ${sentence}\n`);
}
