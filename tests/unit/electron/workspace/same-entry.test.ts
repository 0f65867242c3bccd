import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findPerhapsSent,
  findSent,
  hasUsualStart,
  idsWithSameStart,
  isSameContent,
  type Sent,
} from '../../../../electron/workspace/same-entry.ts';
import type { TimeEntry, TimeEntryDraft } from '../../../../shared/books.ts';
import type {
  ClientId,
  IdentityId,
  ProjectId,
  ServiceId,
  TimeEntryId,
} from '../../../../shared/ids.ts';
import { entryOf } from '../../../support/books-double.ts';
import { MAYA } from '../../../support/larkfield.ts';

/** Thursday 12 November 2026, 10:00 in Toronto. */
const NOW = Date.UTC(2026, 10, 12, 15);
const NINE_YESTERDAY = Date.UTC(2026, 10, 11, 14);

const DRAFT: TimeEntryDraft = {
  startedAtMs: NINE_YESTERDAY,
  durationSeconds: 3600,
  timeZone: 'America/Toronto',
  clientId: 30411 as ClientId,
  projectId: 7004518 as ProjectId,
  serviceId: 4810022 as ServiceId,
  internal: false,
  billable: true,
  note: 'Home page layout',
};
const SENT: Sent = { draft: DRAFT, identityId: MAYA.id, taken: new Set() };
const id = (number: number) => number as TimeEntryId;

describe('the entry that was sent', () => {
  it('is the listed one that holds the same', () => {
    const sent = entryOf(DRAFT, 2);
    expect(findSent(SENT, [entryOf({ ...DRAFT, note: 'Other' }, 1), sent])).toBe(sent);
  });

  it('is the oldest of those alike, in whatever order they are listed', () => {
    const [first, second] = [entryOf(DRAFT, 901), entryOf(DRAFT, 902)];
    expect(findSent(SENT, [second, first])).toBe(first);
    expect(findSent(SENT, [first, second])).toBe(first);
  });

  it.each<[string, Partial<TimeEntry>]>([
    ['start', { startedAtMs: NINE_YESTERDAY + 1000 }],
    ['duration', { durationSeconds: 3601 }],
    ['client', { clientId: null }],
    ['project', { projectId: null }],
    ['service', { serviceId: null }],
    ['note', { note: 'Home page' }],
    ['person', { identityId: 5 as IdentityId }],
  ])('is not one with another %s', (_, change) => {
    expect(findSent(SENT, [{ ...entryOf(DRAFT, 1), ...change }])).toBeNull();
  });

  it('is found although FreshBooks drops milliseconds and trims notes', () => {
    const draft = { ...DRAFT, startedAtMs: NINE_YESTERDAY + 999, note: ' Home page layout\n' };
    const kept = entryOf({ ...DRAFT, note: 'Home page layout' }, 1);
    expect(findSent({ ...SENT, draft }, [kept])).toBe(kept);
  });

  it('is never one that is known to be another, and one of the rest where there is one', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 8 }), (takenAt) => {
        const listed = takenAt.map((_, place) => entryOf(DRAFT, place));
        const taken = new Set(takenAt.flatMap((isTaken, place) => (isTaken ? [id(place)] : [])));
        const found = findSent({ ...SENT, taken }, listed);
        if (takenAt.every(Boolean)) expect(found).toBeNull();
        else expect(taken.has(found?.id ?? id(-1))).toBe(false);
        expect(found === null).toBe(takenAt.every(Boolean));
      }),
    );
  });
});

describe('an entry that may be ours, changed elsewhere', () => {
  const changed = entryOf({ ...DRAFT, durationSeconds: 1800, note: 'Shorter' }, 3);

  it('began in the same second', () => {
    const later = entryOf({ ...DRAFT, startedAtMs: NINE_YESTERDAY + 1000 }, 4);
    expect(findPerhapsSent(SENT, [later, changed], [])).toBe(changed);
    expect(findPerhapsSent(SENT, [later], [])).toBeNull();
  });

  it('is none that is known to be another, nor what else was sent', () => {
    expect(findPerhapsSent({ ...SENT, taken: new Set([id(3)]) }, [changed], [])).toBeNull();
    const also = { ...DRAFT, durationSeconds: 1800, note: 'Shorter' };
    expect(findPerhapsSent(SENT, [changed], [also])).toBeNull();
  });
});

describe('what FreshBooks holds', () => {
  it.each<[string, Partial<TimeEntry>, boolean]>([
    ['with another length', { durationSeconds: 1 }, false],
    ['not billable any more', { billable: false }, false],
    ['in another zone', { timeZone: 'UTC' }, true],
    ['on an invoice by now', { billed: true }, true],
  ])('%s: the same as was seen is %o %s', (_, change, same) => {
    expect(isSameContent(DRAFT, { ...entryOf(DRAFT, 1), ...change })).toBe(same);
  });
});

describe('an entry that starts when others do', () => {
  it.each([
    ['of yesterday', NINE_YESTERDAY, true],
    ['pressed to the beginning of today', Date.UTC(2026, 10, 12, 5), true],
    ['on the minute', NOW - 3_600_000, true],
    ['that has just ended', NOW - 3_600_000 + 17_000, false],
  ])('is one %s: %d, %s', (_, startedAtMs, usual) => {
    expect(hasUsualStart({ ...DRAFT, startedAtMs }, NOW)).toBe(usual);
  });

  it('finds those that were there before by their second alone', () => {
    const listed = [
      entryOf({ ...DRAFT, startedAtMs: NINE_YESTERDAY + 400, note: 'other' }, 1),
      entryOf({ ...DRAFT, startedAtMs: NINE_YESTERDAY + 1000 }, 2),
    ];
    expect(idsWithSameStart(DRAFT, listed)).toEqual([1]);
  });
});
