// The FreshBooks client's endpoints, called through `createFreshBooks` as the app calls them.
import { createFreshBooks } from '../../../electron/freshbooks/freshbooks-books.ts';
import type { Books, Rates, TimeEntryDraft } from '../../../shared/books.ts';
import type { ClientId, ProjectId, ServiceId, TimeEntryId } from '../../../shared/ids.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import { answeringFetch, json } from '../../support/scripted-fetch.ts';
import { business, scriptedTokens, scriptedWorld } from '../../support/scripted-freshbooks.ts';
import { type Answers, responseTo } from './answer.ts';
import type { Endpoint } from './endpoint.ts';
import { expectedClients, expectedInvoices } from './expected-accounting.ts';
import { expectedIdentity } from './expected-identity.ts';
import {
  expectedProjectRates,
  expectedRates,
  expectedStart,
  expectedTimers,
} from './expected-timers.ts';
import {
  canBeChanged,
  expectedEntries,
  expectedEntry,
  expectedEntryOrNone,
  expectedProjects,
  expectedServices,
  expectedUnbilled,
  SEPTEMBER,
} from './expected-work.ts';
import type { Json, JsonObject } from './json.ts';
import { ACCESS_TOKEN } from './marked-secrets.ts';
import {
  CLIENTS,
  ERROR_BODIES,
  IDENTITIES,
  INVOICES,
  ONE_SEGMENT,
  ONE_TIME_ENTRY,
  PROJECT_RATES,
  PROJECTS,
  SERVICE_RATES,
  SERVICES_NEWER,
  SERVICES_OLDER,
  TEAM_MEMBER_RATES,
  TIME_ENTRIES,
  TIMER_SEGMENTS,
} from './recorded.ts';
import { Damage } from './second-reading.ts';

const ENTRY = 91200457 as TimeEntryId;

const DRAFT: TimeEntryDraft = {
  startedAtMs: Date.UTC(2026, 8, 2, 13),
  durationSeconds: 3600,
  timeZone: 'America/Toronto',
  clientId: 30411 as ClientId,
  projectId: 7004518 as ProjectId,
  serviceId: 4810022 as ServiceId,
  internal: false,
  billable: true,
  note: 'Home page layout',
};

const tokens = { ...scriptedTokens(), accessToken: async () => ok(ACCESS_TOKEN) };

interface Request {
  readonly method: string;
  readonly url: URL;
}

/** @param answerTo which of the answers a request gets; null for one that is not under proof */
function ask<Value>(
  call: (books: Books) => Promise<Result<Value>>,
  answerTo: (request: Request) => number | null,
) {
  return ({ pages }: Answers): Promise<Result<Value>> => {
    const network = answeringFetch((request) => {
      const index = answerTo(request);
      if (index === null) return json(otherList(request.url.pathname));
      const answer = pages[index];
      // Beyond the last page FreshBooks answers with an empty list.
      return answer ? responseTo(answer) : json(emptied(pages.length, index, request.url.pathname));
    });
    return call(createFreshBooks(scriptedWorld(network, { tokens })));
  };
}

function otherList(path: string): Json {
  if (path.endsWith('/service_rates')) return SERVICE_RATES[1]?.[0] ?? null;
  if (path.endsWith('/team_member_rates')) return TEAM_MEMBER_RATES[1]?.[0] ?? null;
  if (path.endsWith('/time_entries')) return TIMER_SEGMENTS[0]?.[0] ?? null;
  if (path.endsWith('/clients')) return CLIENTS[1]?.[0] ?? null;
  const [first] = (path.endsWith('/projects') ? PROJECTS[2] : SERVICES_NEWER[2]) ?? [];
  return first ?? null;
}

function emptied(pages: number, index: number, path: string): JsonObject {
  const list = path.slice(path.lastIndexOf('/') + 1);
  const paging = { page: index + 1, pages, per_page: 100 };
  return path.startsWith('/accounting/')
    ? { response: { result: { [list]: [], ...paging } } }
    : { [list]: [], meta: paging };
}

const pageOfList =
  (list: string) =>
  ({ url }: Request) =>
    url.pathname.endsWith(list) ? Number(url.searchParams.get('page')) - 1 : null;

function refusal(status: number): readonly string[] {
  if (status === 401) return ['sign-in-needed'];
  if (status === 403) return ['scope-missing'];
  if (status === 404) return ['not-found'];
  if (status === 400 || status === 422) return ['rejected'];
  return status === 429 ? ['rate-limited'] : ['server-trouble'];
}

const READ = { refusal, unusable: ['server-trouble'] };

const invoices = ask((books) => books.unpaidInvoices(business()), pageOfList('/invoices/invoices'));

/** One part of the catalog; the others are in order. */
function catalogPart(
  part: 'clients' | 'projects' | 'services',
  name: string,
  recorded: Endpoint['recorded'],
  expected: Endpoint['expected'],
): Endpoint {
  const call = ask(
    async (books) => {
      const read = await books.catalog(business());
      if (!read.ok) return read;
      const [scope] = read.value.missing ?? [];
      return scope ? failed({ code: 'scope-missing', scope }) : ok(read.value[part]);
    },
    pageOfList(`/${part}`),
  );
  return { name, recorded, ask: call, expected, ...READ };
}

/** One part of the rates; the others are in order. */
function ratesPart(
  part: keyof Rates,
  name: string,
  recorded: Endpoint['recorded'],
  more: Pick<Endpoint, 'expected' | 'refusal'>,
): Endpoint {
  const list = { projects: '/projects', services: '/service_rates', teamMembers: '_member_rates' };
  const call = ask(
    async (books) => {
      const read = await books.rates(business());
      return read.ok ? ok(read.value[part]) : read;
    },
    ({ url }) => {
      if (!url.pathname.endsWith(list[part])) return null;
      return part === 'projects' ? Number(url.searchParams.get('page')) - 1 : 0;
    },
  );
  return { ...READ, name, recorded, ask: call, ...more };
}

const NO_WORK = {
  clientId: null,
  projectId: null,
  serviceId: null,
  internal: false,
  billable: true,
  note: '',
};

export const API_ENDPOINTS: readonly Endpoint[] = [
  {
    name: 'identity',
    recorded: IDENTITIES.map((body) => [body]),
    ask: ask(
      (books) => books.identity(),
      () => 0,
    ),
    expected: ([body]) => expectedIdentity(body),
    ...READ,
  },
  { name: 'invoices', recorded: INVOICES, ask: invoices, expected: expectedInvoices, ...READ },
  catalogPart('clients', 'clients', CLIENTS, expectedClients),
  catalogPart('projects', 'projects', PROJECTS, expectedProjects),
  catalogPart('services', 'services (newer form)', SERVICES_NEWER, expectedServices),
  catalogPart('services', 'services (older form)', SERVICES_OLDER, expectedServices),
  {
    name: 'time entries',
    recorded: TIME_ENTRIES,
    ask: ask((books) => books.timeEntries(business(), SEPTEMBER), pageOfList('/time_entries')),
    expected: expectedEntries,
    ...READ,
  },
  {
    name: 'unbilled time',
    recorded: TIME_ENTRIES,
    ask: ask((books) => books.unbilledTime(business()), pageOfList('/time_entries')),
    expected: expectedUnbilled,
    ...READ,
  },
  {
    name: 'one time entry',
    recorded: [[ONE_TIME_ENTRY]],
    ask: ask(
      (books) => books.timeEntry(business(), ENTRY),
      () => 0,
    ),
    expected: ([body]) => expectedEntryOrNone(body),
    refusal: (status) => (status === 404 ? ['ok'] : refusal(status)),
    unusable: ['server-trouble'],
  },
  {
    name: 'running timers',
    recorded: TIMER_SEGMENTS,
    ask: ask(
      (books) => books.timers.list(business()),
      () => 0,
    ),
    expected: ([body]) => expectedTimers(body),
    ...READ,
  },
  {
    name: 'starting a timer',
    recorded: [[ONE_SEGMENT]],
    ask: ask(
      (books) =>
        books.timers.start(business(), {
          ...NO_WORK,
          startedAtMs: DRAFT.startedAtMs,
          timeZone: DRAFT.timeZone,
        }),
      ({ method }) => (method === 'POST' ? 0 : null),
    ),
    expected: ([body]) => expectedStart(body, TIMER_SEGMENTS[0]?.[0]),
    refusal: (status) => (status >= 500 ? ['outcome-unknown'] : refusal(status)),
    unusable: ['outcome-unknown', 'server-trouble'],
  },
  ratesPart('projects', 'rates of projects', PROJECT_RATES, {
    expected: expectedProjectRates,
    refusal,
  }),
  ratesPart('services', 'rates of services', SERVICE_RATES, {
    expected: ([body]) => expectedRates(body, 'service_rates', 'service_id'),
    refusal,
  }),
  ratesPart('teamMembers', 'rates of the team', TEAM_MEMBER_RATES, {
    expected: ([body]) => expectedRates(body, 'team_member_rates', 'identity_id'),
    refusal: (status) => (status === 403 || status === 404 ? ['ok'] : refusal(status)),
  }),
  {
    name: 'creating a time entry',
    recorded: [[ONE_TIME_ENTRY]],
    ask: ask(
      (books) => books.createTimeEntry(business(), DRAFT),
      () => 0,
    ),
    expected: ([body]) => expectedEntry(body),
    refusal: (status) => (status >= 500 ? ['outcome-unknown'] : refusal(status)),
    unusable: ['outcome-unknown', 'server-trouble'],
  },
  {
    name: 'changing a time entry',
    recorded: [[ONE_TIME_ENTRY, ONE_TIME_ENTRY]],
    ask: ask(
      (books) => books.changeTimeEntry(business(), ENTRY, DRAFT),
      ({ method }) => (method === 'GET' ? 0 : 1),
    ),
    expected: ([before, after]) => {
      canBeChanged(before);
      return expectedEntry(after);
    },
    refusal,
    unusable: ['server-trouble', 'not-found'],
  },
  {
    name: 'deleting a time entry',
    recorded: [[ONE_TIME_ENTRY], [{}]],
    ask: ask(
      (books) => books.deleteTimeEntry(business(), ENTRY),
      () => 0,
    ),
    expected: () => undefined,
    refusal: (status) => (status === 404 ? ['ok'] : refusal(status)),
    unusable: [],
  },
  {
    name: 'error bodies',
    recorded: ERROR_BODIES.map((body) => [body]),
    statuses: [200, 400, 401, 403, 404, 409, 422, 429, 500],
    ask: invoices,
    expected: (bodies) => {
      expectedInvoices(bodies);
      throw new Damage([]);
    },
    ...READ,
  },
];
