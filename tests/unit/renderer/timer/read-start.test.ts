import { describe, expect, it } from 'vitest';
import { readStart } from '../../../../renderer/timer/read-start.ts';
import { contextOf } from '../../../../shared/quick-add/context-of.ts';
import { sampleSnapshots } from '../../../support/renderer-preview/sample-snapshots.ts';

/** Friday 13 November 2026, 15:30 in Toronto. */
const NOW = Date.UTC(2026, 10, 13, 20, 30);
const MINUTE = 60_000;
const context = contextOf(sampleSnapshots(NOW).full, NOW);
const ago = (text: string) => {
  const startMs = readStart(text, context);
  return startMs === null ? null : (NOW - startMs) / MINUTE;
};

describe('when a timer began', () => {
  it.each([
    ['started 20m ago', 20],
    ['20m ago', 20],
    ['20m', 20],
    ['1h30 ago', 90],
    ['1h 30m', 90],
    ['since 9', 390],
    ['9:10', 380],
    ['9.10', 380],
    ['2pm', 90],
    ['since 14:15', 75],
  ])('%j is read', (text, minutes) => {
    expect(ago(text)).toBe(minutes);
  });

  it.each([['16:00'], ['tomorrow'], ['some time'], [''], ['clinic website'], ['25:00']])(
    '%j is no start',
    (text) => {
      expect(readStart(text, context)).toBeNull();
    },
  );
});
