import { expect, it } from 'vitest';
import { dayRows, placeOf } from '../../../../renderer/today/day-rows.ts';
import type { EntryKey } from '../../../../shared/ids.ts';
import { instantOf } from '../../../../shared/wall-clock.ts';
import { day } from '../../../support/day.ts';
import { loggedEntry } from '../../../support/logged-entry.ts';

const ZONE = 'America/Toronto';
const DAY = day('2026-11-12');
const at = (hour: number) => instantOf(DAY, hour * 60, ZONE);

function entry(hour: number) {
  return loggedEntry({ key: `from ${hour}` as EntryKey, startedAtMs: at(hour) });
}

const rows = dayRows([entry(14), entry(9)], [{ kind: 'free', fromMs: at(10), toMs: at(14) }]);

it('reads the day from its end, holes included', () => {
  expect(rows.map(({ kind }) => kind)).toEqual(['entry', 'gap', 'entry']);
});

it.each([
  [16, 0],
  [14, 0],
  [12, 1],
  [9, 2],
  [8, 3],
])('has the place of an entry of %i o’clock at row %i, whether it is there or not', (hour, row) => {
  expect(placeOf(entry(hour), rows)).toBe(row);
});
