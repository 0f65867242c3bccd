// What a script learns without reading a word. They are documented in the README and never change
// their meaning.
export const EXIT = {
  done: 0,
  /** The reason is on stderr; nothing was saved. */
  notDone: 1,
  wrongUse: 2,
  /** The text can be read in more than one way, or lacks something; the question is on stderr. */
  unclear: 3,
  signInNeeded: 4,
  /** The app could not be started, or whether it was done is not known. */
  noAnswer: 5,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a caller prints, and how it ends. */
export interface Answer {
  readonly exitCode: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}
