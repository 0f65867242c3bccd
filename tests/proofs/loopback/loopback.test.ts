// The short form: the hostile table once, row by row, and the three ways in.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../support/chromium.ts';
import { HOSTILE_TABLE } from './hostile-table.ts';
import { REAL_WAYS, signInForReal } from './real-sign-ins.ts';
import { type HostileBench, openHostileBench } from './try-case.ts';

describe('a sign-in that waits is neither ended nor won by', () => {
  let bench: HostileBench;
  beforeAll(async () => {
    bench = await openHostileBench();
  });
  afterAll(() => bench.stop());

  test.each(HOSTILE_TABLE.map((row, at) => [row.sentence, row, at] as const))(
    '%s',
    async (_sentence, row, at) => {
      const { attempts, ...complaints } = await bench.tryCase(row, at);
      expect(complaints).toEqual({
        wronglyAccepted: [],
        otherwiseAnswered: [],
        realAnswerLost: [],
        leftBehind: [],
      });
      expect(attempts).toBeGreaterThan(0);
    },
  );
});

describe.skipIf(findChromium() === null)('after all that a person signs in', () => {
  test.each(REAL_WAYS.map((way) => [way.name, way] as const))('%s', async (_name, way) => {
    expect(await signInForReal(way)).toBe('signed in');
  });
});
