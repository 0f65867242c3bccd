import { describe, expect, it } from 'vitest';
import {
  MOST_PINS,
  pinnedWork,
  pinOf,
  withPinTurned,
} from '../../../../renderer/quick-add/pins.ts';
import { CATALOG, LARKFIELD, TERN } from '../../../support/larkfield.ts';

const [project] = CATALOG.projects;
const [service] = CATALOG.services;
const [client] = CATALOG.clients;
if (!project || !service || !client) throw new Error('The sample catalog is empty');
const work = { clientId: client.id, projectId: project.id, serviceId: service.id, billable: true };
const pin = pinOf(LARKFIELD.id, work);

describe('a pinned favourite', () => {
  it('is offered with its names as one unit', () => {
    expect(pinnedWork([pin], LARKFIELD.id, CATALOG)).toEqual([
      {
        ...work,
        clientName: 'Northgate Dental',
        projectTitle: 'Clinic website',
        serviceName: 'Design',
        lastUsedAtMs: null,
      },
    ]);
  });

  it('is of one business only', () => {
    expect(pinnedWork([pin], TERN.id, CATALOG)).toEqual([]);
  });

  it('is not offered while part of it is archived, and not forgotten either', () => {
    expect(pinnedWork([pin], LARKFIELD.id, { ...CATALOG, services: [] })).toEqual([]);
    expect(pinnedWork([pin], LARKFIELD.id, CATALOG)).toHaveLength(1);
  });

  it('is put in front, and taken out when it is pinned again', () => {
    const other = { ...pin, projectId: 7_004_519, clientId: null };
    expect(withPinTurned([other], pin)).toEqual([pin, other]);
    expect(withPinTurned([pin, other], pin)).toEqual([other]);
    // The same work, whoever said whether it is billed.
    expect(withPinTurned([{ ...pin, billable: false }], pin)).toEqual([]);
  });

  it('is not one more than the settings hold', () => {
    const many = Array.from({ length: MOST_PINS }, (_, id) => ({ ...pin, projectId: id + 1 }));
    expect(withPinTurned(many, pin)).toHaveLength(MOST_PINS);
  });
});
