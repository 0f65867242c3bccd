/**
 * What time can be logged on: services, and projects with and without them.
 */
import type { ProjectRecord, SampleBooks, ServiceRecord } from '../state/sample-books.ts';
import { addDays, dayInZone } from '../wall-time.ts';
import {
  type ClientKey,
  clientId,
  contractorId,
  larkfieldId,
  mayaId,
  ternId,
} from './larkfield.ts';

const serviceRows = {
  design: [4_810_022, larkfieldId, 'Design', true, true, '95.00'],
  development: [4_810_023, larkfieldId, 'Development', true, true, '110.00'],
  research: [4_810_024, larkfieldId, 'Research', true, false, '85.00'],
  consulting: [4_810_025, larkfieldId, 'Consulting', true, false, '130.00'],
  admin: [4_810_026, larkfieldId, 'Admin', false, false, null],
  interfaceDesign: [4_950_310, ternId, 'Interface design', true, true, '88.00'],
  meetings: [4_950_311, ternId, 'Meetings', false, false, null],
} as const;

export type ServiceKey = keyof typeof serviceRows;

export function serviceId(key: ServiceKey): number {
  return serviceRows[key][0];
}

export function isBillable(key: ServiceKey): boolean {
  return serviceRows[key][3];
}

export function services(): ServiceRecord[] {
  return Object.values(serviceRows).map(
    ([id, businessId, name, billable, projectDefault, rate]) => ({
      id,
      businessId,
      name,
      billable,
      projectDefault,
      rate,
    }),
  );
}

interface ProjectRow {
  readonly id: number;
  readonly businessId: number;
  readonly title: string;
  readonly clientId: number | null;
  readonly services: readonly ServiceKey[];
  readonly complete?: boolean;
  /** Days from today. */
  readonly dueIn?: number;
  /** An hour's price is that of the service unless told. */
  readonly price?: Price;
}

type Price =
  | { readonly by: 'project'; readonly rate: string }
  | { readonly by: 'team member' }
  | { readonly by: 'business' }
  | { readonly by: 'fixed price'; readonly total: string };

const larkfield = (
  id: number,
  title: string,
  client: ClientKey | null,
  services: readonly ServiceKey[],
  more: Pick<ProjectRow, 'complete' | 'dueIn' | 'price'> = {},
): ProjectRow => ({
  id,
  businessId: larkfieldId,
  title,
  clientId: client && clientId(client),
  services,
  ...more,
});

/** The clients of Tern & Co are its own affair: their ids lead nowhere for an employee. */
const tern = (
  id: number,
  title: string,
  client: number | null,
  services: readonly ServiceKey[],
): ProjectRow => ({
  id,
  businessId: ternId,
  title,
  clientId: client,
  services,
  price: { by: 'team member' },
});

const projectRows = {
  clinic: larkfield(
    7_004_518,
    'Clinic website',
    'northgate',
    ['design', 'development', 'research'],
    { dueIn: 38, price: { by: 'project', rate: '105.00' } },
  ),
  brand: larkfield(7_004_631, 'Brand refresh', 'harbour', ['design']),
  apiRebuild: larkfield(7_004_702, 'API rebuild', 'acme', ['development', 'consulting']),
  apiAudit: larkfield(7_004_744, 'API audit', 'acmeLabs', ['consulting'], {
    dueIn: 10,
    price: { by: 'fixed price', total: '2400.00' },
  }),
  brochure: larkfield(7_004_810, 'Season brochure', 'juniper', ['design', 'research']),
  // Old projects never had services given to them.
  portfolio: larkfield(7_003_120, 'Portfolio', 'ines', [], {
    price: { by: 'project', rate: '85.00' },
  }),
  menu: larkfield(7_003_255, 'Menu redesign', 'fennel', [], { price: { by: 'business' } }),
  studio: larkfield(7_002_001, 'Studio upkeep', null, ['admin']),
  catalogue: larkfield(7_001_870, 'Spring catalogue', 'meridian', ['design'], { complete: true }),
  guidebook: tern(7_110_402, 'Guidebook app', 41_882, ['interfaceDesign', 'meetings']),
  teamDays: tern(7_110_377, 'Team days', null, []),
} as const satisfies Record<string, ProjectRow>;

export type ProjectKey = keyof typeof projectRows;

export function projectRow(key: ProjectKey): ProjectRow {
  return projectRows[key];
}

export function projects(nowMs: number): ProjectRecord[] {
  const today = dayInZone(nowMs, 'America/Toronto');
  return Object.values(projectRows).map((row: ProjectRow, index) => ({
    id: row.id,
    businessId: row.businessId,
    title: row.title,
    clientId: row.clientId,
    internal: row.clientId === null,
    active: true,
    complete: row.complete ?? false,
    dueDate: row.dueIn === undefined ? null : addDays(today, row.dueIn),
    ...pricing(row.price),
    serviceIds: row.services.map(serviceId),
    createdAtMs: nowMs - (200 - index * 11) * 86_400_000,
    updatedAtMs: nowMs - (20 - index) * 86_400_000,
  }));
}

function pricing(price: Price | undefined) {
  const hourly = { rate: null, projectType: 'hourly_rate', fixedPrice: null };
  switch (price?.by) {
    case undefined:
      return { ...hourly, billingMethod: 'service_rate' };
    case 'project':
      return { ...hourly, billingMethod: 'project_rate', rate: price.rate };
    case 'team member':
      return { ...hourly, billingMethod: 'team_member_rate' };
    case 'business':
      return { ...hourly, billingMethod: 'business_rate' };
    case 'fixed price':
      return {
        rate: null,
        projectType: 'fixed_price',
        fixedPrice: price.total,
        billingMethod: 'business_rate',
      };
  }
}

export function teamMemberRates(): SampleBooks['teamMemberRates'] {
  return [
    { businessId: larkfieldId, identityId: mayaId, rate: '100.00' },
    { businessId: larkfieldId, identityId: contractorId, rate: '60.00' },
    { businessId: ternId, identityId: mayaId, rate: '75.00' },
  ];
}
