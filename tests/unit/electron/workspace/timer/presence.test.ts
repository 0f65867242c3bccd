import { describe, expect, it } from 'vitest';
import { Presence } from '../../../../../electron/workspace/timer/presence.ts';
import type { TimerRow } from '../../../../../electron/workspace/timer/timer-row.ts';
import { START, timerRow } from '../../../../support/timer-row.ts';

const SECOND = 1000;

/** A timer that runs, and every row that was written of it. */
function watching() {
  const written: TimerRow[] = [];
  const rows = {
    list: () => [written.at(-1) ?? timerRow()],
    noteAfter: ({ put = [] }: { readonly put?: readonly TimerRow[] }) => void written.push(...put),
  };
  const presence = new Presence({ rows, awayAfterMs: () => 600 * SECOND });
  function sample(seconds: number, idleSeconds: number): void {
    presence.input({ kind: 'sample', atMs: START + seconds * SECOND, idleSeconds });
  }
  return { sample, written };
}

describe('while nobody is there', () => {
  it('the timer is known on the disk to have run until a minute ago', () => {
    const { sample, written } = watching();
    for (let seconds = 60; seconds <= 600; seconds += 20) {
      sample(seconds, seconds);
      expect(START + seconds * SECOND - (written.at(-1)?.seenMs ?? 0)).toBeLessThan(60 * SECOND);
      expect(written.at(-1)?.inputMs).toBe(START);
    }
  });

  it('it is written once a minute, although it is looked at three times', () => {
    const { sample, written } = watching();
    for (let seconds = 60; seconds < 660; seconds += 20) sample(seconds, seconds);
    expect(written).toHaveLength(10);
  });
});

describe('while somebody works', () => {
  it('their last input is written once a minute', () => {
    const { sample, written } = watching();
    for (let seconds = 60; seconds <= 600; seconds += 60) sample(seconds, 3);
    expect(written).toHaveLength(10);
    expect(written.at(-1)?.inputMs).toBe(START + 597 * SECOND);
  });
});
