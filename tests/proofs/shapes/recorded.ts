// The bodies everything is made from: every member of the recorded answers (freshbooks-api.md §1
// to §6), sample data inside. What Traybooks does not read is here too, for damage must find it.
import {
  accountingPage,
  businessJson,
  clientJson,
  flatPage,
  identityJson,
  invoiceJson,
  projectJson,
  serviceJson,
  timeEntryJson,
} from '../../support/freshbooks-answers.ts';
import type { Json, JsonObject } from './json.ts';
import { ACCESS_TOKEN, REFRESH_TOKEN } from './marked-secrets.ts';

type Make = (changes: Readonly<Record<string, unknown>>) => unknown;

/** Pages of one list, `perPage` rows each; an empty list has one page that says there is none. */
function pages(
  family: typeof accountingPage | typeof flatPage,
  list: string,
  rows: readonly unknown[],
  perPage = 100,
): readonly Json[] {
  const count = Math.ceil(rows.length / perPage);
  return Array.from({ length: Math.max(count, 1) }, (_, index) => {
    const some = rows.slice(index * perPage, (index + 1) * perPage) as JsonObject[];
    const paging = { page: index + 1, pages: count, per_page: perPage, total: rows.length };
    return family(list, some, paging) as unknown as Json;
  });
}

/** An empty list, a short one, one of two pages and one of three. */
function lists(family: typeof accountingPage | typeof flatPage, list: string, make: Make) {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => make({ index }));
  return [
    pages(family, list, rows(3)),
    pages(family, list, rows(1)),
    pages(family, list, rows(0)),
    pages(family, list, rows(5), 3),
    pages(family, list, rows(5), 2),
  ];
}

const indexOf = ({ index }: Readonly<Record<string, unknown>>) => Number(index ?? 0);

export const INVOICES = lists(accountingPage, 'invoices', (given) => {
  const index = indexOf(given);
  return invoiceJson({
    id: 610225 + index,
    invoiceid: 610225 + index,
    ...(index === 1 ? { due_date: null, v3_status: 'sent', display_status: 'viewed' } : {}),
    ...(index === 2 ? { outstanding: { amount: '0.00', code: 'CAD' }, v3_status: 'paid' } : {}),
    ...(index === 3 ? { organization: '', current_organization: '', fname: '', lname: '' } : {}),
    ownerid: 1,
    discount_total: { amount: '0.00', code: 'CAD' },
    discount_value: '0',
    due_offset_days: 30,
    created_at: '2026-08-01 09:14:07',
    updated: '2026-08-12 16:40:31',
    version: '2026-08-12 16:40:31.480684',
    auto_bill: false,
    address: '',
    city: 'Guelph',
    uuid: '2d8a1f36-7c1b-4a53-9d57-0f2b6a0e9c44',
  });
});

export const CLIENTS = lists(accountingPage, 'clients', (given) =>
  clientJson({
    id: 30411 + indexOf(given),
    userid: 30411 + indexOf(given),
    ...(indexOf(given) === 1 ? { organization: '' } : {}),
    ...(indexOf(given) === 2 ? { vis_state: 1 } : {}),
    currency_code: 'CAD',
    note: null,
    bus_phone: '',
    allow_late_fees: true,
    direct_link_token: ACCESS_TOKEN.slice(0, 200),
    signup_date: '2026-01-08 02:27:03',
  }),
);

export const PROJECTS = lists(flatPage, 'projects', (given) =>
  projectJson({
    id: 7004518 + indexOf(given),
    ...(indexOf(given) === 1 ? { client_id: null, internal: true, services: [] } : {}),
    ...(indexOf(given) === 2 ? { complete: true } : {}),
    ...(indexOf(given) === 3
      ? { services: [serviceJson({ id: 4810031, name: 'Research' }), serviceJson({ id: 4810032 })] }
      : {}),
    description: null,
    sample: false,
    due_date: '2026-12-01',
    rate: null,
    billing_method: 'project_rate',
    billed_amount: '0.00',
    group_id: 764645,
    created_at: '2026-05-04T13:07:51',
  }),
);

/** The older form lacks `project_default` (freshbooks-api.md §5). */
export const SERVICES_OLDER = lists(flatPage, 'services', (given) =>
  serviceJson({ id: 4810022 + indexOf(given), name: `Design ${indexOf(given)}` }),
);

export const SERVICES_NEWER = lists(flatPage, 'services', (given) =>
  serviceJson({
    id: 4810022 + indexOf(given),
    ...(indexOf(given) === 1 ? { vis_state: 1 } : {}),
    billable: indexOf(given) !== 2,
    project_default: indexOf(given) === 0,
  }),
);

const STARTED = ['13:00:00Z', '15:30:00Z', '09:15:00', '20:00:00.000Z', '22:45:00Z'];

export function recordedEntry(index = 0): Json {
  return timeEntryJson({
    id: 91200457 + index,
    started_at: `2026-09-02T${STARTED[index % STARTED.length]}`,
    ...(index === 1 ? { is_logged: false, duration: null, local_timezone: null } : {}),
    ...(index === 2 ? { client_id: null, project_id: null, note: null } : {}),
  }) as Json;
}

export const TIME_ENTRIES = lists(flatPage, 'time_entries', (given) =>
  recordedEntry(indexOf(given)),
).map((some) =>
  some.map((page) => ({
    ...(page as JsonObject),
    meta: {
      ...((page as JsonObject).meta as JsonObject),
      total_logged: 5400,
      total_unbilled: 5400,
      total_logged_per_team_member: [],
      total_logged_per_client: [],
    },
  })),
);

const TIMER = 18800321;

/** Two segments of one timer, a paused one of another, and what was logged before them. */
function recordedSegment(index = 0): Json {
  const timer = { id: TIMER + (index === 2 ? 1 : 0), is_running: index !== 2 };
  return timeEntryJson({
    id: 91200460 + index,
    started_at: `2026-09-03T${STARTED[index % STARTED.length]}`,
    is_logged: index > 2,
    duration: index === 0 ? null : 600 * index,
    ...(index === 0 ? { client_id: null, project_id: null, service_id: null, note: null } : {}),
    timer: index > 2 ? null : timer,
  }) as Json;
}

/** One page is all that is asked for. */
export const TIMER_SEGMENTS: readonly (readonly Json[])[] = [4, 1, 0].map((count) => {
  const rows = Array.from({ length: count }, (_, index) => recordedSegment(index));
  return pages(flatPage, 'time_entries', rows);
});

export const ONE_SEGMENT: Json = { time_entry: recordedSegment() };

export const PROJECT_RATES = lists(flatPage, 'projects', (given) =>
  projectJson({
    id: 7004518 + indexOf(given),
    rate: indexOf(given) === 0 ? '105.00' : null,
    billing_method: ['project_rate', 'service_rate', 'team_member_rate', 'business_rate'][
      indexOf(given) % 4
    ],
    project_type: indexOf(given) === 4 ? 'fixed_price' : 'hourly_rate',
    fixed_price: indexOf(given) === 4 ? '2400.00' : null,
    complete: indexOf(given) === 1,
  }),
);

export const SERVICE_RATES: readonly (readonly Json[])[] = [
  [
    {
      service_rates: [
        { business_id: 5120447, service_id: 4810022, rate: '95.00' },
        { business_id: 5120447, service_id: 4810023, rate: null },
      ],
    },
  ],
  [{ service_rates: [] }],
];

export const TEAM_MEMBER_RATES: readonly (readonly Json[])[] = [
  [{ team_member_rates: [{ identity_id: 880214, rate: '75.00' }] }],
  [{ team_member_rates: [] }],
];

export const ONE_TIME_ENTRY: Json = { time_entry: recordedEntry() };

const TERN = {
  id: 910331,
  role: 'business_employee',
  unacknowledged_change: false,
  fasttrack_token: ACCESS_TOKEN.slice(0, 120),
  business: businessJson({ id: 6230019, name: 'Tern & Co', account_id: null }),
};

/** The newer answer and the older one, which knows less (freshbooks-api.md §2). */
export const IDENTITIES: readonly Json[] = [
  identityJson({
    identity_uuid: '0b8a7d52-6a1f-4e02-9a57-1f6f5b3f4c11',
    phone_numbers: [{ title: '', phone_number: null }],
    addresses: [null],
    permissions: { q7RtZ2: { 'client.limit': 500 } },
    groups: [{ id: 300451, role: 'owner', business_id: 5120447, active: true }],
    business_memberships: [{ id: 910330, role: 'owner', business: businessJson() }, TERN],
    roles: [{ id: 61270, role: 'admin', systemid: 654654, accountid: 'q7RtZ2' }],
  }) as Json,
  {
    response: {
      id: 880214,
      first_name: 'Maya',
      last_name: 'Okafor',
      email: 'maya@larkfield.example',
      subscription_statuses: { q7RtZ2: 'cancelled' },
      business_memberships: [
        {
          id: 910330,
          role: 'business_partner',
          business: { id: 5120447, name: 'Larkfield Studio', account_id: 'q7RtZ2', address: null },
        },
      ],
    },
  },
];

export const TOKEN_ANSWER: Json = {
  access_token: ACCESS_TOKEN,
  token_type: 'Bearer',
  expires_in: 43200,
  refresh_token: REFRESH_TOKEN,
  scope: 'user:profile:read user:invoices:read user:time_entries:write',
  created_at: Date.UTC(2026, 8, 3, 9) / 1000,
  direct_buy_tokens: {},
};

const said = `You sent ${ACCESS_TOKEN}, which is not known here.`;

export const TOKEN_ERRORS: readonly Json[] = [
  'invalid_grant',
  'invalid_client',
  'invalid_request',
  'unsupported_grant_type',
].map((error) => ({ error, error_description: said }));

/** Each recorded way to refuse (freshbooks-api.md §3.8, §4); some quote what they were sent. */
export const ERROR_BODIES: readonly Json[] = [
  { response: { errors: [{ errno: 1012, field: 'userid', message: 'Client not found.' }] } },
  { response: { errors: { errno: 1003, message: said, object: 'client', value: '30499' } } },
  { response: { errors: [{ message: 'Account not found', errno: 404 }] } },
  {
    code: 5,
    message: 'Request failed with status_code: 404',
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: '1012',
        domain: 'accounting.api.freshbooks.com',
        metadata: { object: 'client', field: 'userid', value: '30499', message: said },
      },
    ],
  },
  { error: 'unauthenticated', error_description: said },
  { message: `invalid_token: ${ACCESS_TOKEN}` },
  { error: 'Requested resource could not be found.' },
  { errno: 2001, error: { started_at: 'field required', duration: said } },
  { errno: 2001, error: { __root__: ['Logged entries must have a duration', said] } },
  { error_type: 'not_found', message: 'The requested resource was not found.' },
];
