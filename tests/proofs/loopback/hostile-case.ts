// One row of the hostile table: what a stranger does to a sign-in that waits, and what comes back.

/** What a stranger knows or guesses. Most rows give them all of it but for one thing. */
export interface Target {
  readonly port: number;
  /** What FreshBooks sends back to this very sign-in. */
  readonly code: string;
  readonly state: string;
  /** `/callback?code=…&state=…`, to the letter. */
  readonly answer: string;
  /** `/callback?code=…&state=…` of the sign-in before this one. */
  readonly answerBefore: string;
  /** Lets time pass, in milliseconds, without anyone waiting for it. */
  readonly pass: (ms: number) => void;
  /** Types into the app's paste box. @returns the reason it was not taken, or `taken` */
  readonly paste: (text: string) => string;
  readonly cancel: () => void;
}

export type CameBack =
  /** The status of a refusal: without a body, or with the one sentence that is the same for all. */
  | 400
  | 403
  | 404
  | 405
  | 431
  | 'the final page'
  /** Closed without a byte of HTTP. */
  | 'nothing'
  | 'a TLS alert'
  | 'nobody listens'
  /** Of the paste box: its reason. */
  | 'wrong-state'
  | 'not-an-address'
  | 'no-sign-in-waiting'
  /** Which addresses listen, as the system tells. */
  | '127.0.0.1 and ::1';

interface Row {
  readonly sentence: string;
  /** One of these; a connection cut off in the middle of a flood may lose its last words. */
  readonly comesBack: CameBack | readonly CameBack[];
}

/** Sent as it is, four times: plain and inside TLS, to 127.0.0.1 and to ::1. */
export interface SentCase extends Row {
  readonly sends: (it: Target) => string | Uint8Array;
}

/** Anything else, once. */
export interface DoneCase extends Row {
  /** @returns what came back to each of the stranger's attempts */
  readonly does: (it: Target) => Promise<readonly unknown[]>;
  /**
   * How the sign-in stands then; `waiting` when left out. `answered`: the real answer was among
   * what was done, and is to have been taken once. `cancelled`: the person gave up.
   */
  readonly afterwards?: 'waiting' | 'answered' | 'cancelled';
}

export type HostileCase = SentCase | DoneCase;
