import { describe, expect, it } from 'vitest';
import { differences } from '../../../../renderer/entry-editor/differences.ts';
import type { ClientId, ServiceId } from '../../../../shared/ids.ts';
import type { EntryContent } from '../../../../shared/snapshot.ts';
import { instantOf } from '../../../../shared/wall-clock.ts';
import { day } from '../../../support/day.ts';

const ZONE = 'America/Toronto';
const CATALOG = {
  clients: [{ id: 1 as ClientId, name: 'Acme Labs' }],
  projects: [],
  services: [{ id: 3 as ServiceId, name: 'Design', billable: true }],
};

const MINE: EntryContent = {
  timeZone: ZONE,
  day: day('2026-11-12'),
  startedAtMs: instantOf(day('2026-11-12'), 540, ZONE),
  durationSeconds: 3600,
  clientId: 1 as ClientId,
  projectId: null,
  serviceId: 3 as ServiceId,
  billable: true,
  note: '',
};

describe('what differs', () => {
  it('is told part by part, theirs beside mine, and what is the same is not', () => {
    const theirs = { ...MINE, durationSeconds: 1800, note: 'short', serviceId: null };
    expect(differences(theirs, MINE, CATALOG)).toEqual([
      { part: 'Duration', theirs: '30\u00a0m', mine: '1\u00a0h' },
      { part: 'Service', theirs: 'none', mine: 'Design' },
      { part: 'Note', theirs: 'short', mine: 'none' },
    ]);
  });

  it('tells another day and another start', () => {
    const moved = day('2026-11-11');
    const theirs = { ...MINE, day: moved, startedAtMs: instantOf(moved, 600, ZONE) };
    expect(differences(theirs, MINE, CATALOG).map(({ part }) => part)).toEqual(['Start', 'Day']);
  });
});
