// What the foot says: what the keys do, what the day becomes, what a person should know.
import { describe, expect, it } from 'vitest';
import { becomes } from '../../../../renderer/quick-add/becomes.ts';
import { hintsFor } from '../../../../renderer/quick-add/hints.ts';
import { lastEntry } from '../../../../renderer/quick-add/last-entry.ts';
import { readingChips, readingSentence } from '../../../../renderer/quick-add/reading-words.ts';
import { remarkFor } from '../../../../renderer/quick-add/remark.ts';
import { contextOf } from '../../../../shared/quick-add/context-of.ts';
import { readQuickAdd } from '../../../../shared/quick-add/read-quick-add.ts';
import { sampleSnapshots } from '../../../support/renderer-preview/sample-snapshots.ts';

/** Half past three in Toronto, on the samples' own day. */
const NOW_MS = Date.UTC(2026, 10, 13, 20, 30);
const samples = sampleSnapshots(NOW_MS);
const { full } = samples;
const context = contextOf(full, NOW_MS);
const read = (text: string) => readQuickAdd(text, context);

const LINE = {
  platform: 'linux',
  isEmpty: false,
  active: null,
  hasOffers: true,
  canComplete: true,
  hasStart: false,
  open: null,
} as const;
const hints = (state: Partial<Parameters<typeof hintsFor>[0]>) =>
  hintsFor({ ...LINE, ...state }).map(({ caps, words }) => `${caps} ${words}`);

describe('the keys', () => {
  it.each([
    [{}, ['↵ save', '⇥ complete', '⇧↵ save, keep project']],
    [{ canComplete: false }, ['↵ save', '⇧↵ save, keep project']],
    [
      { canComplete: false, hasStart: true },
      ['↵ save', '⇧↵ save, keep project', 'Ctrl ↵ start timer'],
    ],
    [{ isEmpty: true }, ['1–5 ↵ take', '↓ choose']],
    [{ isEmpty: true, hasOffers: false }, []],
    [{ open: 'length' }, ['Ctrl ↵ start timer', '⇥ complete']],
    [{ open: 'question' }, ['↓ choose']],
    [{ active: 'answer', open: 'question' }, ['↵ answer']],
    [{ active: 'work' }, ['↵ take', 'Ctrl P pin']],
    [{ active: 'pinned', platform: 'darwin' }, ['↵ take', '⌘P unpin']],
  ] as const)('with %j', (state, expected) => {
    expect(hints(state)).toEqual(expected);
  });
});

describe('what the day becomes', () => {
  it.each([
    ['', { day: 'today', beforeSeconds: 16_500, afterSeconds: null }],
    ['90m', { day: 'today', beforeSeconds: 16_500, afterSeconds: 21_900 }],
    ['90m yest', { day: 'yesterday', beforeSeconds: 0, afterSeconds: 5400 }],
    ['90m wed', { day: 'Wed, Nov 11', beforeSeconds: 16_800, afterSeconds: 22_200 }],
  ])('with %j', (text, expected) => {
    expect(becomes(read(text), full.time)).toMatchObject({
      ...expected,
      day: expect.stringMatching(expected.day.replace('Wed, Nov 11', '11')),
    });
  });

  it('is not told for days whose entries are not here', () => {
    expect(becomes(read('90m 2026-10-01'), full.time)).toBeNull();
    expect(becomes(read('90m'), samples.neverRead.time)).toBeNull();
  });
});

describe('the pieces of a reading', () => {
  it('show a range with both ends and its length', () => {
    const time = readingChips(read('9-10:30 acme'), context, full.time.today).find(
      ({ label }) => label === 'time',
    );
    expect(time?.strong.replaceAll('\u00a0', ' ')).toBe('1 h 30 m');
    expect(time?.rest).toMatch(/^9:00.* – 10:30/);
  });

  it('mark what is asked about, and the sentence asks it', () => {
    const reading = read('acme 1h 2h');
    const chips = readingChips(reading, context, full.time.today);
    expect(chips.find(({ label }) => label === 'time')?.isUnclear).toBe(true);
    const sentence = readingSentence(
      chips,
      reading.unclear.map(({ why }) => why),
    );
    expect(sentence).toMatch(/^for Acme Labs; today\. .*do not go together/);
  });
});

describe('before typing', () => {
  it.each([
    ['full', null],
    ['loading', 'are being read'],
    ['neverRead', 'not been read yet'],
    ['timeOff', 'off'],
    ['offline', 'sent once you’re back online'],
  ] as const)('%s is told', (state, words) => {
    const { catalog, time, sync } = samples[state];
    const remark = remarkFor(catalog, time, sync);
    if (words === null) expect(remark).toBeNull();
    else expect(remark).toContain(words);
  });

  it('"continue" goes on with the last entry that stands and has a name', () => {
    const [last, before, third] = full.time.entries;
    if (!last || !before || !third) throw new Error('The samples have no entries');
    const nameless = { ...last, projectId: null, clientId: null, serviceId: null, note: '' };
    expect(lastEntry([nameless, last])).toBe(last);
    expect(lastEntry([{ ...last, state: 'refused' }, before])).toBe(before);
    expect(lastEntry([{ ...before, pending: 'delete' }, third])).toBe(third);
    expect(lastEntry([])).toBeNull();
  });
});
