import { describe, expect, it } from 'vitest';
import {
  answerAway,
  withGapsThatCount,
} from '../../../../../electron/workspace/timer/away-choice.ts';
import { at, stretches, timerRow, WORK } from '../../../../support/timer-row.ts';

const GAP = { fromMs: at(30), toMs: at(75) };
const away = timerRow({ gaps: [GAP] });
const part = (minutes: number, note = 'Phone call') => ({
  work: { ...WORK, note },
  durationSeconds: minutes * 60,
});

function answered(...[row, answer]: Parameters<typeof answerAway>) {
  const result = answerAway(row, answer);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('the time away', () => {
  it('stays in the timer when it was work', () => {
    expect(answered(away, { choice: 'keep' })).toEqual({ row: timerRow(), entries: [] });
  });

  it('ends the timer where it began, with all that came after, when it is dropped', () => {
    const { row } = answered(away, { choice: 'drop' });
    expect(row.segments).toEqual(stretches([0, 30]));
    expect(row.gaps).toEqual([]);
  });

  it('is cut out of a timer that goes on', () => {
    const { row } = answered(away, { choice: 'drop-and-go-on' });
    expect(row.segments).toEqual(stretches([0, 30], [75, null]));
  });

  it('is cut out of a timer that was paused meanwhile', () => {
    const paused = { ...away, segments: stretches([0, 90]) };
    const { row } = answered(paused, { choice: 'drop-and-go-on' });
    expect(row.segments).toEqual(stretches([0, 30], [75, 90]));
  });

  it('becomes entries in order from its beginning, and what they leave is dropped', () => {
    const { row, entries } = answered(away, {
      choice: 'entries',
      parts: [part(20), part(10, 'Walk')],
    });
    expect(entries.map(({ startedAtMs, work }) => [startedAtMs, work.note])).toEqual([
      [at(30), 'Phone call'],
      [at(50), 'Walk'],
    ]);
    expect(row.segments).toEqual(stretches([0, 30], [75, null]));
  });

  it('cannot become more than it was', () => {
    expect(answerAway(away, { choice: 'entries', parts: [part(45), part(1)] })).toEqual({
      ok: false,
      error: { code: 'rejected', fields: { parts: 'are longer than the time away' } },
    });
    expect(answered(away, { choice: 'entries', parts: [part(45)] }).entries).toHaveLength(1);
  });

  it('is answered one by one, the oldest first', () => {
    const later = { fromMs: at(100), toMs: at(120) };
    const twice = timerRow({ gaps: [GAP, later] });
    const { row } = answered(twice, { choice: 'drop-and-go-on' });
    expect(row.gaps).toEqual([later]);
    const both = answered(row, { choice: 'drop-and-go-on' }).row;
    expect(both.segments).toEqual(stretches([0, 30], [75, 100], [120, null]));
    expect(answered(twice, { choice: 'drop' }).row.gaps).toEqual([]);
  });

  it('cannot be answered where none was', () => {
    expect(answerAway(timerRow(), { choice: 'keep' })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('is asked about no more when its timer begins after it', () => {
    const moved = { ...away, segments: stretches([80, null]) };
    expect(withGapsThatCount(moved).gaps).toEqual([]);
    const inside = { ...away, segments: stretches([50, null]) };
    expect(withGapsThatCount(inside).gaps).toEqual([{ fromMs: at(50), toMs: at(75) }]);
  });
});
