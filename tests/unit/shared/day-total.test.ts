import { describe, expect, test } from 'vitest';
import type { Day } from '../../../shared/day.ts';
import { secondsOn } from '../../../shared/day-total.ts';
import type { EntryKey } from '../../../shared/ids.ts';
import type { EntryState, LoggedEntry } from '../../../shared/snapshot.ts';

const TODAY = '2026-11-13' as Day;

function entry(durationSeconds: number, state: EntryState, day = TODAY): LoggedEntry {
  return {
    key: `${state}-${durationSeconds}` as EntryKey,
    id: null,
    timeZone: 'America/Toronto',
    day,
    startedAtMs: 0,
    durationSeconds,
    clientId: null,
    projectId: null,
    serviceId: null,
    billable: true,
    note: '',
    state,
    billed: false,
    pending: null,
    theirs: null,
    refusal: null,
  };
}

describe('the time worked on a day', () => {
  test('counts what is saved and what is still on its way', () => {
    const entries = [
      entry(3600, 'saved'),
      entry(600, 'waiting'),
      entry(60, 'sending'),
      entry(5, 'unsure'),
    ];
    expect(secondsOn(entries, TODAY)).toBe(4265);
  });

  test('leaves out what FreshBooks refused to take', () => {
    expect(secondsOn([entry(3600, 'saved'), entry(600, 'refused')], TODAY)).toBe(3600);
  });

  test('counts one that FreshBooks has, though it refused to change it', () => {
    const changed = { ...entry(600, 'refused'), pending: 'change' } as const;
    expect(secondsOn([changed], TODAY)).toBe(600);
  });

  test('leaves out other days', () => {
    expect(secondsOn([entry(600, 'saved', '2026-11-12' as Day)], TODAY)).toBe(0);
  });
});
