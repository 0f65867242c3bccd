import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayAtHand, dayGaps, freeSeconds, sinceLastEntry } from '../../../shared/day-gaps.ts';
import { instantOf } from '../../../shared/wall-clock.ts';
import { day } from '../../support/day.ts';

const ZONE = 'America/Toronto';
const TODAY = day('2026-11-12');

function at(clock: string, on = TODAY): number {
  const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number);
  return instantOf(on, hour * 60 + minute, ZONE) + second * 1000;
}

const stretch = (from: string, to: string, on = TODAY) => ({
  fromMs: at(from, on),
  toMs: at(to, on),
});

function gapsOf(part: Partial<DayAtHand>): readonly string[] {
  const gaps = dayGaps({
    hours: stretch('9:00', '17:00'),
    entries: [],
    timer: null,
    away: null,
    nowMs: at('23:00'),
    ...part,
  });
  return gaps.map(({ fromMs, toMs, kind }) => {
    const clock = (ms: number) => (ms - at('0:00')) / 60_000;
    const words = (ms: number) =>
      `${Math.floor(clock(ms) / 60)}:${String(clock(ms) % 60).padStart(2, '0')}`;
    return `${words(fromMs)}–${words(toMs)} ${kind}`;
  });
}

describe('the gaps of a day', () => {
  it('are what working hours hold between entries, before the first and after the last', () => {
    const entries = [
      stretch('13:00', '14:00'),
      stretch('9:30', '10:30'),
      stretch('10:30', '12:00'),
    ];
    expect(gapsOf({ entries })).toEqual(['9:00–9:30 free', '12:00–13:00 free', '14:00–17:00 free']);
  });

  it('are the whole of a working day without an entry, and nothing on a day off', () => {
    expect(gapsOf({})).toEqual(['9:00–17:00 free']);
    expect(gapsOf({ hours: null })).toEqual([]);
  });

  it('leave out what is outside working hours', () => {
    const entries = [stretch('7:00', '8:00'), stretch('8:30', '9:20'), stretch('18:00', '19:00')];
    expect(gapsOf({ entries })).toEqual(['9:20–17:00 free']);
  });

  it('end now while the day lasts, and say since when', () => {
    const entries = [stretch('9:00', '10:15')];
    const nowMs = at('11:40:30');
    expect(gapsOf({ entries, nowMs })).toEqual(['10:15–11:40 since-last']);
    expect(gapsOf({ nowMs })).toEqual(['9:00–11:40 free']);
    expect(gapsOf({ nowMs: at('8:00') })).toEqual([]);
  });

  it('are of whole minutes that no entry has a second of', () => {
    const entries = [stretch('9:00:00', '10:00:01'), stretch('10:29:59', '17:00')];
    expect(gapsOf({ entries })).toEqual(['10:01–10:29 free']);
  });

  it('are five minutes at least', () => {
    const entries = [stretch('9:04', '12:00'), stretch('12:05', '17:00')];
    expect(gapsOf({ entries })).toEqual(['12:00–12:05 free']);
  });

  it('are not where entries lie over each other', () => {
    const entries = [
      stretch('9:00', '15:00'),
      stretch('10:00', '11:00'),
      stretch('14:00', '17:00'),
    ];
    expect(gapsOf({ entries })).toEqual([]);
  });

  it('are not where a timer runs', () => {
    const timer = stretch('9:30', '11:00');
    expect(gapsOf({ timer, nowMs: at('11:00') })).toEqual(['9:00–9:30 free']);
  });

  it('tell time away by that name, outside working hours and under a timer too', () => {
    const away = stretch('12:05', '12:50');
    const timer = stretch('9:00', '14:00');
    expect(gapsOf({ away, timer, nowMs: at('14:00') })).toEqual(['12:05–12:50 away']);
    expect(gapsOf({ away: stretch('19:00', '19:30') })).toEqual([
      '9:00–17:00 free',
      '19:00–19:30 away',
    ]);
    expect(gapsOf({ away, entries: [stretch('9:00', '17:00')] })).toEqual([]);
  });

  it.each([
    ['2026-03-08', 7, 'of 23 hours'],
    ['2026-11-01', 9, 'of 25 hours'],
    ['2026-11-12', 8, 'of 24 hours'],
  ])('on %s between 0:00 and 8:00 are %i hours: it is a day %s', (on, hours) => {
    const gaps = dayGaps({
      hours: stretch('0:00', '8:00', day(on)),
      entries: [],
      timer: null,
      away: null,
      nowMs: at('0:00', day('2026-12-01')),
    });
    expect(freeSeconds(gaps) / 3600).toBe(hours);
  });

  it('never overlap each other or an entry, and lie in the order of the day', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 });
    const some = fc
      .tuple(minute, minute, fc.integer({ min: 0, max: 59 }))
      .map(([one, other, second]) => ({
        fromMs: Math.min(one, other) * 60_000 + second * 1000,
        toMs: Math.max(one, other) * 60_000 + second * 1000,
      }));
    fc.assert(
      fc.property(
        fc.record({
          hours: fc.option(some),
          entries: fc.array(some, { maxLength: 8 }),
          timer: fc.option(some),
          away: fc.option(some),
          nowMs: minute.map((each) => each * 60_000),
        }),
        (given) => {
          const gaps = dayGaps(given);
          gaps.reduce((before, gap) => {
            expect(gap.fromMs).toBeGreaterThanOrEqual(before);
            expect(gap.toMs - gap.fromMs).toBeGreaterThanOrEqual(5 * 60_000);
            expect((gap.toMs - gap.fromMs) % 60_000).toBe(0);
            for (const entry of given.entries) {
              if (entry.toMs === entry.fromMs) continue;
              expect(gap.toMs <= entry.fromMs || gap.fromMs >= entry.toMs).toBe(true);
            }
            return gap.toMs;
          }, Number.NEGATIVE_INFINITY);
        },
      ),
    );
  });
});

describe('since the last entry', () => {
  it('has passed what nobody logged, within working hours or not', () => {
    const entries = [stretch('20:00', '20:30'), stretch('9:00', '10:00')];
    expect(sinceLastEntry(entries, at('21:10:20'))).toEqual(stretch('20:30', '21:10'));
  });

  it.each([
    ['one that began since then', '11:00', '11:00', stretch('10:00', '11:00')],
    ['one that began since then and is paused', '11:00', null, stretch('10:00', '11:00')],
    ['one from before, resumed since', '8:00', '11:30', stretch('10:00', '11:30')],
    ['one from before, running all the time', '8:00', '8:00', null],
    ['one from before that is paused', '8:00', null, stretch('10:00', '12:00')],
  ])('leaves out what a timer counts: %s', (_, began, resumed, since) => {
    const timer = {
      startedAtMs: at(began),
      runningSinceMs: resumed === null ? null : at(resumed),
    };
    expect(sinceLastEntry([stretch('9:00', '10:00')], at('12:00'), timer)).toEqual(since);
  });

  it('is nothing before the first entry, and right after one', () => {
    expect(sinceLastEntry([], at('12:00'))).toBeNull();
    expect(sinceLastEntry([stretch('9:00', '10:00')], at('10:00:59'))).toBeNull();
    expect(sinceLastEntry([stretch('9:00', '10:00')], at('9:30'))).toBeNull();
  });
});
