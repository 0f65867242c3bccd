// What the desktop tells of its person while a timer runs: where the time away comes from.

/**
 * All instants in milliseconds since the epoch, UTC, as they were when it happened.
 *
 * A `sample` is wanted at least once a minute while a timer runs, more often once nobody is there,
 * and once right before `locked` and `sleeping`: it alone says when the last input was. Waking is
 * no input: computers wake by themselves.
 */
export type DesktopInput =
  | {
      readonly kind: 'sample';
      readonly atMs: number;
      /** Since the last key or pointer movement; null where the desktop does not tell. */
      readonly idleSeconds: number | null;
    }
  | { readonly kind: 'locked' | 'unlocked' | 'sleeping' | 'woke'; readonly atMs: number };

/** Without a sample for longer than this, nobody was watching. */
export const SAMPLE_AT_LEAST_EVERY_MS = 60_000;
