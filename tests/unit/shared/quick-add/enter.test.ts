import { describe, expect, it } from 'vitest';
import { contextOf } from '../../../../shared/quick-add/context-of.ts';
import { entryToLog, timerToStart } from '../../../../shared/quick-add/enter.ts';
import { readQuickAdd } from '../../../../shared/quick-add/read-quick-add.ts';
import { sampleSnapshots } from '../../../support/renderer-preview/sample-snapshots.ts';

/** Half past three in Toronto, on the samples' own day. */
const NOW_MS = Date.UTC(2026, 10, 13, 20, 30);
const { full } = sampleSnapshots(NOW_MS);
const { today } = full.time;
const read = (text: string) => readQuickAdd(text, contextOf(full, NOW_MS));
const API = { clientId: 2, projectId: 12, serviceId: 22, billable: true };

describe('Enter', () => {
  it.each([
    ['acme api 1h30 fixed login', { ...API, durationSeconds: 5400, note: 'fixed login' }],
    ['acme api 9-10:30', { startedAtMs: Date.UTC(2026, 10, 13, 14), durationSeconds: 5400 }],
    ['acme api 45m yest', { day: '2026-11-12', startedAtMs: null }],
    ['45m', { clientId: null, projectId: null, serviceId: null, billable: null, note: '' }],
  ])('logs %j as it was read', (text, expected) => {
    expect(entryToLog(read(text), today)).toMatchObject({ ok: true, input: expected });
  });

  it.each([
    ['acme api', 'length', 'How long?'],
    ['acme 1h 2h', 'question', 'do not go together'],
    ['acme 1h tomorrow', 'question', 'yet to come'],
    [`1h ${'x'.repeat(2600)}`, 'question', '2600'],
  ])('asks about %j instead', (text, open, why) => {
    expect(entryToLog(read(text), today)).toEqual({
      ok: false,
      open,
      why: expect.stringContaining(why),
    });
  });
});

describe('Ctrl+Enter', () => {
  it('starts a timer with the words, now', () => {
    expect(timerToStart(read('acme api kick-off'), today)).toEqual({
      ok: true,
      input: { ...API, note: 'kick-off', startedAtMs: null },
    });
  });

  it('starts it when it was begun', () => {
    expect(timerToStart(read('started 20m ago acme api'), today)).toMatchObject({
      ok: true,
      input: { startedAtMs: NOW_MS - 20 * 60_000 },
    });
  });

  it.each([
    ['started 1h ago acme api', Date.UTC(2026, 10, 13, 4, 30)],
    ['since 11pm acme api', Date.UTC(2026, 10, 13, 4)],
  ])('starts it before midnight for %j, shortly after', (text, startedAtMs) => {
    const nowMs = Date.UTC(2026, 10, 13, 5, 30);
    const reading = readQuickAdd(text, contextOf(full, nowMs));
    expect(timerToStart(reading, today)).toMatchObject({ ok: true, input: { startedAtMs } });
  });

  it('starts none before midnight where a day was said', () => {
    const nowMs = Date.UTC(2026, 10, 13, 5, 30);
    const reading = readQuickAdd('yest since 11pm acme api', contextOf(full, nowMs));
    expect(timerToStart(reading, today)).toMatchObject({
      ok: false,
      why: expect.stringContaining('take the day out'),
    });
  });

  it.each(['acme api 1h', 'acme api 9-10', 'acme api yesterday', 'acme 1h 2h'])(
    'does not start one for %j, and says why',
    (text) => {
      expect(timerToStart(read(text), today)).toMatchObject({
        ok: false,
        why: expect.stringMatching(/\w/),
      });
    },
  );
});
