// What a proof is: it runs for minutes, counts what it saw, and says whether the rule held. The
// long form is `npm run prove -- NAME`; a short form of each is among the tests.

/** In the order of the issues they answer to; each has a folder of its own beside this file. */
export const PROOFS = [
  'rotation',
  'loopback',
  'secrets',
  'shapes',
  'outbox',
  'timer',
  'grammar',
] as const;

export type ProofName = (typeof PROOFS)[number];

export interface ProofOptions {
  /** Decides everything that is left to chance, so that a failure can be seen again. */
  readonly seed: number;
  /** How much is tried; null for the proof's own long form. */
  readonly rounds: number | null;
  /** Tells how far it is. */
  readonly say: (sentence: string) => void;
}

export interface Verdict {
  /** What was counted, in the order it is told. */
  readonly figures: Readonly<Record<string, number | string>>;
  readonly holds: boolean;
}

export type Prove = (options: ProofOptions) => Promise<Verdict>;

/** "rotation: kills=1000 lost=0 → holds" */
export function lastLine(name: ProofName, { figures, holds }: Verdict): string {
  const told = Object.entries(figures).map(([key, value]) => `${key}=${value}`);
  return `${name}: ${told.join(' ')} → ${holds ? 'holds' : 'falls short'}`;
}
