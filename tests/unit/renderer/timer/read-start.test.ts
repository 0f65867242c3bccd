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
  return typeof startMs === 'number' ? (NOW - startMs) / MINUTE : startMs;
};

describe('when a timer began, in short', () => {
  it.each([
    ['started 20m ago', 20],
    ['20m ago', 20],
    ['20m', 20],
    ['1h30 ago', 90],
    ['1h 30m', 90],
    ['9:10', 380],
    ['9.10', 380],
    ['2pm', 90],
  ])('%j is read', (text, minutes) => {
    expect(ago(text)).toBe(minutes);
  });

  it.each([['16:00'], ['25:00']])('%j cannot have been', (text) => {
    expect(ago(text)).toBe('ahead');
  });

  it.each([['since 9'], ['tomorrow'], ['some time'], [''], ['clinic website 9:10']])(
    '%j says more, or something else',
    (text) => {
      expect(ago(text)).toBeNull();
    },
  );
});
