// A freelancer's catalog as the phrases of the quick-add line are said in: names that resemble each
// other, names with numbers and accents, two projects of one title, internal work.
import type { Client, Project, Service } from '../../shared/books.ts';
import type { ClientId, ProjectId, ServiceId } from '../../shared/ids.ts';
import type { Combination, QuickAddContext } from '../../shared/quick-add/reading.ts';

const CLIENTS = [
  'Acme',
  'Acme Labs',
  'Northgate Dental',
  'Harbour & Pine',
  'Zenith Interiors',
  'Café Montréal',
  "O'Brien & Sons",
  'Studio 54',
  'Meridian Maps',
  'Juniper Street Theatre',
  'Monday Motors',
];

const SERVICES: readonly (readonly [name: string, billable: boolean])[] = [
  ['Development', true],
  ['Design', true],
  ['Project management', true],
  ['Research', true],
  ['Copywriting', true],
  ['Meetings', false],
  ['Admin', false],
];

type Row = readonly [title: string, client: string | null, services: readonly string[]];

/** Without a client it is internal. */
const PROJECTS: readonly Row[] = [
  ['API rebuild', 'Acme', ['Development', 'Project management']],
  ['Website', 'Acme', ['Design', 'Development']],
  ['Web app', 'Acme Labs', ['Development']],
  ['Website', 'Northgate Dental', ['Design', 'Copywriting']],
  ['Patient portal', 'Northgate Dental', ['Development', 'Research']],
  ['Brand refresh', 'Harbour & Pine', ['Design']],
  ['Phase 2', 'Zenith Interiors', ['Design', 'Development']],
  ['Menu redesign', 'Café Montréal', ['Design']],
  ['E-commerce shop', "O'Brien & Sons", []],
  ['Q3 report', 'Meridian Maps', ['Research', 'Copywriting']],
  ['Season brochure', 'Juniper Street Theatre', ['Design', 'Copywriting']],
  ['Bookkeeping', null, ['Admin']],
  ['Marketing', null, []],
];

const clients: readonly Client[] = CLIENTS.map((name, at) => ({ id: (at + 1) as ClientId, name }));

const services: readonly Service[] = SERVICES.map(([name, billable], at) => ({
  id: (at + 201) as ServiceId,
  name,
  billable,
}));

const projects: readonly Project[] = PROJECTS.map(([title, client, usable], at) => ({
  id: (at + 101) as ProjectId,
  title,
  clientId: clients.find(({ name }) => name === client)?.id ?? null,
  internal: client === null,
  serviceIds: services.filter(({ name }) => usable.includes(name)).map(({ id }) => id),
}));

/** @throws for a title that is not there */
function used(title: string, service: string, note: string): Combination {
  const project = projects.find((one) => one.title === title);
  if (!project) throw new Error(`No such project: ${title}`);
  const serviceId = services.find(({ name }) => name === service)?.id ?? null;
  return { clientId: project.clientId, projectId: project.id, serviceId, note };
}

/** Thursday afternoon in Toronto. */
export const NOW = Date.parse('2026-11-12T15:30:00-05:00');

export const CONTEXT: QuickAddContext = {
  nowMs: NOW,
  timeZone: 'America/Toronto',
  dateFormat: 'dd/mm/yyyy',
  firstDayOfWeek: 1,
  clients,
  projects,
  services,
  recent: [
    used('API rebuild', 'Development', 'standup'),
    used('Brand refresh', 'Design', 'logo'),
    used('Phase 2', 'Design', 'floor plan'),
    used('Bookkeeping', 'Admin', ''),
    used('Q3 report', 'Research', 'interviews'),
  ],
};
