// One endpoint under proof: what was recorded of it, the real call that reads it, and what it may
// answer.
import type { Result } from '../../../shared/result.ts';
import type { Answers } from './answer.ts';
import type { Json } from './json.ts';

export interface Endpoint {
  readonly name: string;
  /** Each in pages, or in the order a call asks for them. */
  readonly recorded: readonly (readonly Json[])[];
  /** Statuses its recorded bodies came with; 200 when left out. */
  readonly statuses?: readonly number[];
  /** Runs the real client against these answers. */
  readonly ask: (answers: Answers) => Promise<Result<unknown>>;
  /** The value of a success. @throws Damage when there must be none */
  readonly expected: (bodies: readonly unknown[]) => unknown;
  /** Codes allowed when a status outside 200 to 299 decides; `ok` where that is fine. */
  readonly refusal: (status: number, body: unknown) => readonly string[];
  /** Codes allowed for a body that cannot be used in spite of its status. */
  readonly unusable: readonly string[];
  /** Whether a success is what was expected; the same in every member when left out. */
  readonly agrees?: (value: unknown, expected: unknown) => boolean;
}
