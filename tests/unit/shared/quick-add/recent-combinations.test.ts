import { describe, expect, it } from 'vitest';
import type { ClientId, EntryKey, ProjectId, ServiceId } from '../../../../shared/ids.ts';
import { recentCombinations } from '../../../../shared/quick-add/recent-combinations.ts';
import type { LoggedEntry } from '../../../../shared/snapshot.ts';
import { day } from '../../../support/day.ts';
import { NOW } from '../../../support/quick-add-catalog.ts';

function entry(project: number, hoursAgo: number, over: Partial<LoggedEntry> = {}): LoggedEntry {
  return {
    key: `${project} ${hoursAgo}` as EntryKey,
    id: null,
    billed: false,
    state: 'saved',
    pending: null,
    theirs: null,
    refusal: null,
    timeZone: 'America/Toronto',
    day: day('2026-11-12'),
    startedAtMs: NOW - hoursAgo * 3_600_000,
    durationSeconds: 3600,
    clientId: 1 as ClientId,
    projectId: project as ProjectId,
    serviceId: 201 as ServiceId,
    billable: true,
    note: `${hoursAgo} hours ago`,
    ...over,
  };
}

describe('recent combinations', () => {
  it('are each there once, newest first, with their last note and how often they were used', () => {
    const combinations = recentCombinations([entry(1, 1), entry(2, 2), entry(1, 3)]);
    expect(combinations).toEqual([
      {
        clientId: 1,
        projectId: 1,
        serviceId: 201,
        billable: true,
        note: '1 hours ago',
        lastUsedAtMs: NOW - 3_600_000,
        times: 2,
      },
      expect.objectContaining({ projectId: 2, times: 1 }),
    ]);
  });

  it('differ where only the service or what is billed differs', () => {
    const combinations = recentCombinations([
      entry(1, 1),
      entry(1, 2, { billable: false }),
      entry(1, 3, { serviceId: null }),
    ]);
    expect(combinations).toHaveLength(3);
  });

  it('leave out what is being deleted, and end at the limit', () => {
    const entries = [entry(1, 1, { pending: 'delete' }), entry(2, 2), entry(3, 3), entry(4, 4)];
    expect(recentCombinations(entries, 2).map(({ projectId }) => projectId)).toEqual([2, 3]);
  });
});
