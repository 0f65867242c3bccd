// What the proof and the process that lives and dies say to each other. Orders go down the channel
// Node gives a child; reports come up a pipe written to synchronously, so that what was said before
// a kill was said.
import type { AppCredentials } from '../../../shared/connections.ts';
import type { Day } from '../../../shared/day.ts';

/** One installation of the app: its database, its keychain, its FreshBooks. */
export interface Installation {
  /** On the disk that is filled now and then. */
  readonly databasePath: string;
  readonly keychainPath: string;
  readonly baseUrl: string;
  readonly credentials: AppCredentials;
  /** Where a sign-in listens. */
  readonly port: number;
  /** Which part of the app is broken on purpose, to see the proof notice. */
  readonly broken: Breakage | null;
}

export type Breakage =
  /** Whatever is looked for in FreshBooks is not found, so everything unsure is sent again. */
  | 'looks nowhere'
  /** New entries are kept in memory until they are sent. */
  | 'stores too late';

/** What a person enters. */
export interface Said {
  readonly note: string;
  readonly durationSeconds: number;
  readonly projectId: number;
  readonly serviceId: number;
  readonly daysAgo: number;
}

/** What a person does, or what happens to the computer meanwhile. */
export type Act =
  | { readonly act: 'log'; readonly id: number; readonly said: Said }
  | { readonly act: 'change'; readonly id: number; readonly entry: Target; readonly said: Said }
  | { readonly act: 'delete'; readonly id: number; readonly entry: Target }
  /** Takes back the last thing that can be, if there is one. */
  | { readonly act: 'undo'; readonly id: number }
  | { readonly act: 'retry' }
  | { readonly act: 'pass'; readonly ms: number }
  | { readonly act: 'move-clock'; readonly ms: number }
  /** From here on a server is only slow, never silent. */
  | { readonly act: 'be-patient' }
  /** For the rest of the life; where there is a disk to fill, that is filled instead. */
  | { readonly act: 'fill-disk' }
  | { readonly act: 'network'; readonly is: 'there' | 'gone' }
  /** Waits until nothing is unsent, time running as fast as it can. */
  | { readonly act: 'until-sent' }
  /** Steps are counted from here; ends in a SIGKILL at the given one, counted from 1. */
  | { readonly act: 'arm'; readonly killAt: number | null };

/** An entry by the act that logged it; `key` where an earlier life was told it. */
export interface Target {
  readonly of: number;
  readonly key: string | null;
}

export type Order =
  | { readonly do: 'come-up'; readonly installation: Installation; readonly time: Time }
  | { readonly do: 'sign-in' }
  | { readonly do: 'acts'; readonly acts: readonly Act[] }
  /** Runs until nothing is unsent, or for the given time at most. */
  | { readonly do: 'settle'; readonly longestMs: number }
  /** Ends as when the person quits. */
  | { readonly do: 'quit' };

export interface Time {
  /** What a clock nobody moves would say, milliseconds since the epoch. */
  readonly trueMs: number;
  /** By how much the computer's clock is wrong. */
  readonly movedMs: number;
}

export type Report =
  | { readonly said: 'ready' }
  /** `notices`: what the person is told about the data file. */
  | { readonly said: 'up'; readonly notices: readonly string[] }
  | { readonly said: 'signed-in'; readonly error: string | null }
  /**
   * Before an act that concerns an entry; `undoes` names it where the act does not, `day` is what
   * was entered, where something was.
   */
  | {
      readonly said: 'trying';
      readonly id: number;
      readonly undoes: Undoes | null;
      readonly day: Day | null;
    }
  /** What the person sees: done, or why not. */
  | {
      readonly said: 'answered';
      readonly id: number;
      readonly error: string | null;
      readonly key: string | null;
    }
  /** `steps`: those since they were last counted anew. */
  | { readonly said: 'done'; readonly steps: readonly string[]; readonly trueMs: number }
  | { readonly said: 'settled'; readonly left: Left; readonly trueMs: number }
  | { readonly said: 'bug'; readonly what: string };

export interface Undoes {
  readonly what: 'added' | 'deleted';
  readonly key: string;
}

/** What is not in FreshBooks as the person has it. */
export interface Left {
  readonly waiting: number;
  readonly unsure: number;
  readonly refused: number;
  /** Nobody else changes anything here, so each would be a false alarm. */
  readonly conflicts: number;
}
