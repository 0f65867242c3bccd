// Catalogs of every kind, and moments in zones whose clocks change.
import fc from 'fast-check';
import type { Client, Project, Service } from '../../../shared/books.ts';
import type { ClientId, ProjectId, ServiceId } from '../../../shared/ids.ts';
import type { Combination, QuickAddContext } from '../../../shared/quick-add/reading.ts';
import { CONTEXT } from '../../support/quick-add-catalog.ts';

const ZONES = [
  'America/Toronto',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
  'Pacific/Apia',
  'UTC',
];

const FORMATS = ['dd/mm/yyyy', 'mm/dd/yyyy', 'yyyy-mm-dd', 'dd.mm.yyyy', null];

/** Some are the same, some are hardly names. */
const names = fc.oneof(
  fc.constantFrom(
    ...[
      'Acme',
      'acme',
      'Acme Labs',
      'API rebuild',
      'Phase 2',
      'Monday',
      '1h',
      '3M',
      '9-10',
      'today',
    ],
    ...[
      'Design',
      'Web app',
      'Website',
      '"Quoted"',
      'A & B',
      '',
      ' ',
      '🚀',
      'Terms of Use',
      'Q3',
      'now',
    ],
    ...['@home', '#1', 'client=7', '2026', 'a', 'Łódź', 'until now', 'Ünï', 'İstanbul', 'x\ny'],
  ),
  fc.string({ maxLength: 12 }),
);

const ids = (count: number) => fc.nat(count - 1).map((at) => at + 1);

export const catalogs: fc.Arbitrary<
  Pick<QuickAddContext, 'clients' | 'projects' | 'services' | 'recent'>
> = fc
  .record({
    clients: fc.array(names, { maxLength: 6 }),
    projects: fc.array(
      fc.record({
        title: names,
        client: fc.option(ids(6)),
        internal: fc.boolean(),
        serviceIds: fc.uniqueArray(ids(5), { maxLength: 3 }),
      }),
      { maxLength: 8 },
    ),
    services: fc.array(fc.record({ name: names, billable: fc.boolean() }), { maxLength: 5 }),
    recent: fc.array(fc.record({ project: ids(8), service: fc.option(ids(5)) }), { maxLength: 4 }),
  })
  .map((drawn) => {
    const clients = drawn.clients.map((name, at): Client => ({ id: (at + 1) as ClientId, name }));
    const projects = drawn.projects.map(
      ({ title, client, internal, serviceIds }, at): Project => ({
        id: (at + 1) as ProjectId,
        title,
        clientId: clients.find(({ id }) => id === client)?.id ?? null,
        internal,
        serviceIds: serviceIds
          .filter((id) => id <= drawn.services.length)
          .map((id) => id as ServiceId),
      }),
    );
    const services = drawn.services.map(
      ({ name, billable }, at): Service => ({ id: (at + 1) as ServiceId, name, billable }),
    );
    const recent = drawn.recent.flatMap(({ project, service }): Combination[] => {
      const found = projects.find(({ id }) => id === project);
      if (!found) return [];
      const serviceId = services.find(({ id }) => id === service)?.id ?? null;
      return [{ clientId: found.clientId, projectId: found.id, serviceId, note: '' }];
    });
    return { clients, projects, services, recent };
  });

export const contexts: fc.Arbitrary<QuickAddContext> = fc
  .record({
    nowMs: fc.oneof(
      fc.constant(CONTEXT.nowMs),
      fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 11, 31) }),
    ),
    timeZone: fc.constantFrom(...ZONES),
    dateFormat: fc.constantFrom(...FORMATS),
    firstDayOfWeek: fc.integer({ min: 0, max: 7 }),
    catalog: fc.oneof(fc.constant(CONTEXT), catalogs),
  })
  .map(({ catalog: { clients, projects, services, recent }, ...rest }) => ({
    ...rest,
    clients,
    projects,
    services,
    recent,
  }));
