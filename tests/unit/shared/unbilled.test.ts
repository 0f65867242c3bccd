import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Client, RateBasis, Rates } from '../../../shared/books.ts';
import type { ClientId, IdentityId, ProjectId, ServiceId } from '../../../shared/ids.ts';
import { type UnbilledWork, unbilledByClient } from '../../../shared/unbilled.ts';

const NORTHGATE: Client = { id: 1 as ClientId, name: 'Northgate Dental', currency: 'CAD' };
const KOMOREBI: Client = { id: 2 as ClientId, name: 'Komorebi', currency: 'JPY' };
const MAYA = 9 as IdentityId;
const DESIGN = 21 as ServiceId;
const PROJECT = 11 as ProjectId;

function rates(basis: RateBasis = 'service', rate: string | null = null): Rates {
  return {
    projects: [{ id: PROJECT, basis, rate }],
    services: [{ id: DESIGN, rate: '95.00' }],
    teamMembers: [{ id: MAYA, rate: '75.00' }],
  };
}

function hours(count: number, change: Partial<UnbilledWork> = {}): UnbilledWork {
  return {
    identityId: MAYA,
    clientId: NORTHGATE.id,
    projectId: PROJECT,
    serviceId: DESIGN,
    durationSeconds: count * 3600,
    ...change,
  };
}

const worth = (work: readonly UnbilledWork[], by: Rates, clients = [NORTHGATE, KOMOREBI]) =>
  unbilledByClient(work, by, clients).map(({ amount, unknownRateSeconds }) => [
    amount?.minor ?? null,
    amount?.currency ?? null,
    unknownRateSeconds,
  ]);

describe('an hour is billed', () => {
  it.each([
    ['at its service’s rate where the project says so', rates('service'), {}, 9500],
    ['at the project’s own rate', rates('project', '120.50'), {}, 12050],
    ['at the rate of who worked', rates('team-member'), {}, 7500],
    ['at its service’s rate without a project', rates('unknown'), { projectId: null }, 9500],
  ])('%s', (_, by, change, minor) => {
    expect(worth([hours(1, change)], by)).toEqual([[minor, 'CAD', 0]]);
  });

  it.each<[string, Rates, Partial<UnbilledWork>]>([
    ['the business’s rate or a fixed price is asked for', rates('unknown', '50.00'), {}],
    ['the project has none', rates('project', null), {}],
    ['the service has none', rates('service'), { serviceId: 22 as ServiceId }],
    ['there is no service', rates('service'), { serviceId: null }],
    ['who worked has none', rates('team-member'), { identityId: 8 as IdentityId }],
    ['nobody knows who worked', rates('team-member'), { identityId: null }],
    ['nobody knows the project', rates('service'), { projectId: 12 as ProjectId }],
    ['there is neither a project nor a service', rates(), { projectId: null, serviceId: null }],
    ['it is no number', rates('project', 'a lot'), {}],
  ])('at an unknown rate, not at zero, when %s', (_, by, change) => {
    expect(worth([hours(1, change)], by)).toEqual([[null, null, 3600]]);
  });

  it('at nothing where the rate is known to be nothing', () => {
    expect(worth([hours(1)], rates('project', '0.00'))).toEqual([[0, 'CAD', 0]]);
  });
});

describe('a client’s unbilled work', () => {
  it('is a sum beside the seconds of which nobody knows the rate', () => {
    const work = [hours(1), hours(2, { serviceId: null }), hours(0.5)];
    expect(unbilledByClient(work, rates(), [NORTHGATE])).toEqual([
      {
        clientId: NORTHGATE.id,
        clientName: 'Northgate Dental',
        seconds: 3.5 * 3600,
        amount: { minor: 14_250, currency: 'CAD' },
        unknownRateSeconds: 7200,
      },
    ]);
  });

  it('is never added to another currency’s', () => {
    const work = [hours(2), hours(1, { clientId: KOMOREBI.id })];
    expect(worth(work, rates('project', '8000'))).toEqual([
      [1_600_000, 'CAD', 0],
      [8000, 'JPY', 0],
    ]);
  });

  it('is rounded once, half up, in the total', () => {
    const third = { durationSeconds: 1 };
    // 1 second at 18.00 is half a cent.
    expect(worth([hours(0, third)], rates('project', '18.00'))).toEqual([[1, 'CAD', 0]]);
    expect(worth([hours(0, third)], rates('project', '17.99'))).toEqual([[0, 'CAD', 0]]);
    const three = [hours(0, third), hours(0, third), hours(0, third)];
    expect(worth(three, rates('project', '12.00'))).toEqual([[1, 'CAD', 0]]);
    expect(
      worth([hours(0, third)], rates('project', '1799'), [{ ...NORTHGATE, currency: 'JPY' }]),
    ).toEqual([[0, 'JPY', 0]]);
  });

  it('is unknown as a whole without a currency', () => {
    const { currency: _, ...unknown } = NORTHGATE;
    expect(worth([hours(1)], rates(), [unknown])).toEqual([[null, null, 3600]]);
  });

  it('of somebody unknown has a number for a name, and of nobody says so', () => {
    const work = [hours(2, { clientId: 7 as ClientId }), hours(1, { clientId: null })];
    expect(unbilledByClient(work, rates(), []).map(({ clientName }) => clientName)).toEqual([
      'Client 7',
      'No client',
    ]);
  });

  it('comes with the most hours first', () => {
    const work = [hours(1), hours(3, { clientId: KOMOREBI.id })];
    const listed = unbilledByClient(work, rates(), [NORTHGATE, KOMOREBI]);
    expect(listed.map(({ clientName }) => clientName)).toEqual(['Komorebi', 'Northgate Dental']);
  });
});

describe('whatever the work', () => {
  const cents = fc.integer({ min: 0, max: 1_000_000 });
  const seconds = fc.integer({ min: 0, max: 10_000_000 });

  it('its worth is the exact sum, to half a minor unit', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cents, seconds), { minLength: 1 }), (pieces) => {
        const projects = pieces.map(([rate], index) => ({
          id: (index + 1) as ProjectId,
          basis: 'project' as const,
          rate: `${Math.floor(rate / 100)}.${String(rate % 100).padStart(2, '0')}`,
        }));
        const work = pieces.map(([, durationSeconds], index) =>
          hours(0, { durationSeconds, projectId: (index + 1) as ProjectId }),
        );
        const [client] = unbilledByClient(work, { ...rates(), projects }, [NORTHGATE]);
        if (work.every(({ durationSeconds }) => durationSeconds === 0)) {
          return expect(client).toBeUndefined();
        }
        const exact = pieces.reduce((sum, [rate, time]) => sum + BigInt(rate) * BigInt(time), 0n);
        const twice = 2n * 3600n * BigInt(client?.amount?.minor ?? -1) - 2n * exact;
        expect(twice).toBeGreaterThan(-3600n);
        expect(twice).toBeLessThanOrEqual(3600n);
      }),
    );
  });

  it('no second is lost between the known and the unknown', () => {
    const piece = fc.record({
      identityId: fc.constantFrom(MAYA, null),
      clientId: fc.constantFrom(NORTHGATE.id, KOMOREBI.id, 7 as ClientId, null),
      projectId: fc.constantFrom(PROJECT, 12 as ProjectId, null),
      serviceId: fc.constantFrom(DESIGN, null),
      durationSeconds: seconds,
    });
    const basis = fc.constantFrom<RateBasis>('project', 'service', 'team-member', 'unknown');
    fc.assert(
      fc.property(fc.array(piece), basis, (work, by) => {
        const listed = unbilledByClient(work, rates(by, '10.00'), [NORTHGATE, KOMOREBI]);
        const sum = (some: readonly { readonly seconds: number }[]) =>
          some.reduce((all, { seconds: each }) => all + each, 0);
        expect(sum(listed)).toBe(
          work.reduce((all, { durationSeconds }) => all + durationSeconds, 0),
        );
        for (const client of listed) {
          expect(client.unknownRateSeconds).toBeLessThanOrEqual(client.seconds);
          if (client.amount === null) expect(client.unknownRateSeconds).toBe(client.seconds);
        }
      }),
    );
  });
});
