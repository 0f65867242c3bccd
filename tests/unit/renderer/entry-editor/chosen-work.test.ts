import { describe, expect, it } from 'vitest';
import { workChoices } from '../../../../renderer/entry-editor/choices.ts';
import { settledBy } from '../../../../renderer/entry-editor/chosen-work.ts';
import type { EntryDraft } from '../../../../renderer/entry-editor/entry-draft.ts';
import type { Catalog } from '../../../../shared/books.ts';
import type { ClientId, ProjectId, ServiceId } from '../../../../shared/ids.ts';
import { day } from '../../../support/day.ts';

const DESIGN = 1 as ServiceId;
const MEETINGS = 2 as ServiceId;

const CATALOG: Catalog = {
  clients: [{ id: 1 as ClientId, name: 'Acme Labs' }],
  projects: [
    project(11, 'Website', []),
    project(12, 'Logo', [DESIGN]),
    project(13, 'Check-ups', [MEETINGS]),
    { ...project(14, 'Admin', []), clientId: null, internal: true },
  ],
  services: [
    { id: DESIGN, name: 'Design', billable: true },
    { id: MEETINGS, name: 'Meetings', billable: false },
  ],
};

function project(id: number, title: string, serviceIds: ServiceId[]) {
  const clientId = 1 as ClientId | null;
  return { id: id as ProjectId, title, clientId, internal: false, serviceIds };
}

const works = workChoices(CATALOG);

/** Service and billable once an entry is moved from one to the other; null is no project. */
function moved(
  from: string | null,
  to: string | null,
  { service, billable }: { readonly service: ServiceId | null; readonly billable: boolean },
  own = from,
) {
  const [before, after, first] = [from, to, own].map((name) =>
    works.find((each) => each.name === name),
  );
  const draft: EntryDraft = {
    duration: '1:00',
    start: '9:00',
    day: day('2026-11-12'),
    workKey: before?.key ?? null,
    serviceKey: service === null ? null : `service:${service}`,
    billable,
    note: '',
  };
  const settled = settledBy(
    draft,
    { own: first ?? null, from: before ?? null, to: after ?? null },
    CATALOG,
  );
  expect(settled.workKey).toBe(after?.key ?? null);
  return [settled.serviceKey, settled.billable];
}

describe('choosing another project', () => {
  it('keeps the service that is done on it, and what was said of billing it', () => {
    expect(moved('Logo', 'Website', { service: DESIGN, billable: false })).toEqual([
      'service:1',
      false,
    ]);
    expect(moved('Website', 'Logo', { service: DESIGN, billable: false })).toEqual([
      'service:1',
      false,
    ]);
  });

  it.each([
    ['Check-ups', true, 'service:2', false],
    ['Logo', false, 'service:1', true],
  ])('%s selects its only service, with its billable', (to, billable, service, then) => {
    expect(moved('Website', to, { service: null, billable })).toEqual([service, then]);
  });

  it('lets go of a service that is not among several others', () => {
    expect(moved('Website', 'Admin', { service: 9 as ServiceId, billable: true })).toEqual([
      null,
      true,
    ]);
  });
});

describe('taking time from an internal project', () => {
  it.each([
    ['without a service', null, true],
    ['with a billable one', DESIGN, true],
    ['with one that is not', MEETINGS, false],
  ])('makes it billable as its service is: %s', (_, service, billable) => {
    const key = service === null ? null : `service:${service}`;
    const draft = { service, billable: false };
    expect(moved('Admin', 'Website', draft)).toEqual([key, billable]);
    expect(moved('Admin', 'Acme Labs', draft)).toEqual([key, billable]);
    expect(moved('Admin', null, draft)).toEqual([key, billable]);
  });

  it('that was only tried on the way leaves billing as it was said', () => {
    const draft = { service: DESIGN, billable: false };
    expect(moved('Admin', 'Website', draft, 'Website')).toEqual(['service:1', false]);
  });

  it('takes the billable of the service that is selected by itself', () => {
    expect(moved('Admin', 'Check-ups', { service: DESIGN, billable: false })).toEqual([
      'service:2',
      false,
    ]);
    expect(moved('Admin', 'Logo', { service: MEETINGS, billable: false })).toEqual([
      'service:1',
      true,
    ]);
  });
});
