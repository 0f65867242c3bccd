// The states the page can be in, on sample data, for pictures and for tests of the screens.
import type { Business, UnpaidInvoice } from '../../../shared/books.ts';
import type {
  AccountId,
  BusinessId,
  ClientId,
  ConnectionId,
  EntryKey,
  InvoiceId,
  ProjectId,
  ServiceId,
  TimeEntryId,
} from '../../../shared/ids.ts';
import { parseMoney } from '../../../shared/money.ts';
import { DEFAULT_SETTINGS } from '../../../shared/settings.ts';
import type { Connection, LoggedEntry, Snapshot } from '../../../shared/snapshot.ts';
import { startOfDay } from '../../../shared/zoned-day.ts';
import { day } from '../day.ts';
import { sampleLogins } from './sample-logins.ts';
import { sampleTime } from './sample-time.ts';

const ZONE = 'America/Toronto';
const TODAY = day('2026-11-13');
const REFRESHED_AGO_MS = 2 * 60_000;

function money(amount: string, currency: string) {
  const parsed = parseMoney(amount, currency);
  if (!parsed) throw new Error(`Not money: ${amount} ${currency}`);
  return parsed;
}

const STUDIO: Business = {
  id: 101 as BusinessId,
  accountId: 'aB3xYz' as AccountId,
  name: 'Larkfield Studio',
  role: 'Owner',
  timeZone: ZONE,
  dateFormat: 'yyyy-mm-dd',
  firstDayOfWeek: 1,
  active: true,
};

const COLLECTIVE: Business = {
  ...STUDIO,
  id: 102 as BusinessId,
  accountId: null,
  name: 'Harbourside Collective',
  role: 'Employee',
};

const CONNECTION: Connection = {
  id: 'sample' as ConnectionId,
  source: 'sandbox',
  identity: { name: 'Mara Lindqvist', email: 'mara@larkfield.example' },
  state: { status: 'connected' },
  kept: true,
};

interface InvoiceSketch {
  readonly number: string;
  readonly client: string;
  readonly total: string;
  readonly paid?: string;
  readonly currency: string;
  readonly due: string | null;
  readonly viewed?: boolean;
}

const SKETCHES: readonly InvoiceSketch[] = [
  {
    number: '0000041',
    client: 'Northgate Dental',
    total: '1240.50',
    paid: '500.00',
    currency: 'CAD',
    due: '2026-08-11',
  },
  {
    number: '0000044',
    client: 'Quill & Finch Bookshop',
    total: '1079.50',
    currency: 'CAD',
    due: '2026-09-08',
  },
  {
    number: '0000046',
    client: 'Harbour & Pine',
    total: '2300.00',
    currency: 'CAD',
    due: '2026-10-13',
    viewed: true,
  },
  {
    number: '0000052',
    client: 'Ines Varga',
    total: '1200.00',
    currency: 'USD',
    due: '2026-11-20',
    viewed: true,
  },
  { number: '0000053', client: 'Tern & Co', total: '890.00', currency: 'EUR', due: '2026-11-25' },
  {
    number: '0000054',
    client: 'Northgate Dental',
    total: '3100.00',
    currency: 'CAD',
    due: '2026-11-13',
  },
  {
    number: '0000055',
    client: 'Municipal Theatre of Lower Saint-Laurent',
    total: '1800.00',
    paid: '450.00',
    currency: 'CAD',
    due: '2026-11-28',
    viewed: true,
  },
  { number: '0000056', client: 'Ines Varga', total: '2000.00', currency: 'USD', due: '2026-12-01' },
  {
    number: '0000057',
    client: 'Bramble Bakery',
    total: '1460.50',
    currency: 'CAD',
    due: '2026-12-04',
  },
  {
    number: '0000058',
    client: 'Quill & Finch Bookshop',
    total: '2450.00',
    currency: 'CAD',
    due: '2027-01-08',
  },
  { number: '0000059', client: 'Harbour & Pine', total: '0.50', currency: 'CAD', due: null },
];

function invoice(sketch: InvoiceSketch, index: number): UnpaidInvoice {
  const total = money(sketch.total, sketch.currency);
  const paid = money(sketch.paid ?? '0', sketch.currency);
  return {
    id: (index + 1) as InvoiceId,
    number: sketch.number,
    clientName: sketch.client,
    total,
    paid,
    outstanding: { ...total, minor: total.minor - paid.minor },
    issued: day('2026-07-12'),
    due: sketch.due === null ? null : day(sketch.due),
    viewed: sketch.viewed ?? false,
    disputed: false,
  };
}

const CATALOG = {
  clients: [
    { id: 1 as ClientId, name: 'Northgate Dental' },
    { id: 2 as ClientId, name: 'Acme Labs' },
    { id: 3 as ClientId, name: 'Harbour & Pine' },
  ],
  projects: [
    {
      id: 11 as ProjectId,
      title: 'Clinic website',
      clientId: 1 as ClientId,
      internal: false,
      serviceIds: [21 as ServiceId, 22 as ServiceId],
    },
    {
      id: 12 as ProjectId,
      title: 'API rebuild',
      clientId: 2 as ClientId,
      internal: false,
      serviceIds: [22 as ServiceId],
    },
    {
      id: 13 as ProjectId,
      title: 'Brand refresh',
      clientId: 3 as ClientId,
      internal: false,
      serviceIds: [],
    },
    { id: 14 as ProjectId, title: 'Studio admin', clientId: null, internal: true, serviceIds: [] },
  ],
  services: [
    { id: 21 as ServiceId, name: 'Design', billable: true },
    { id: 22 as ServiceId, name: 'Development', billable: true },
    { id: 23 as ServiceId, name: 'Meetings', billable: false },
  ],
};

function entry(part: Partial<LoggedEntry> & { at: string; minutes: number }): LoggedEntry {
  const { at, minutes, ...rest } = part;
  const [on = '', clock = ''] = at.split(' ');
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return {
    key: at as EntryKey,
    id: 900 as TimeEntryId,
    timeZone: ZONE,
    day: day(on),
    startedAtMs: startOfDay(day(on), ZONE) + (hour * 60 + minute) * 60_000,
    durationSeconds: minutes * 60,
    clientId: null,
    projectId: null,
    serviceId: null,
    billable: true,
    note: '',
    state: 'saved',
    billed: false,
    pending: null,
    theirs: null,
    refusal: null,
    ...rest,
  };
}

const ENTRIES: readonly LoggedEntry[] = [
  entry({
    at: '2026-11-13 14:15',
    minutes: 45,
    projectId: 14 as ProjectId,
    serviceId: 23 as ServiceId,
    billable: false,
    note: 'Weekly planning',
  }),
  entry({
    at: '2026-11-13 13:00',
    minutes: 60,
    projectId: 12 as ProjectId,
    serviceId: 22 as ServiceId,
  }),
  entry({
    at: '2026-11-13 10:45',
    minutes: 80,
    projectId: 13 as ProjectId,
    serviceId: 21 as ServiceId,
    state: 'waiting',
    id: null,
  }),
  entry({
    at: '2026-11-13 09:00',
    minutes: 90,
    projectId: 11 as ProjectId,
    serviceId: 21 as ServiceId,
    note: 'home page',
  }),
  entry({ at: '2026-11-11 09:00', minutes: 280, projectId: 11 as ProjectId }),
  entry({ at: '2026-11-10 09:00', minutes: 470, projectId: 11 as ProjectId }),
  entry({ at: '2026-11-09 09:00', minutes: 400, projectId: 11 as ProjectId }),
];

/** @param nowMs milliseconds since the epoch: the figures are two minutes old then */
export function sampleSnapshots(nowMs: number) {
  const fresh = { refreshedAtMs: nowMs - REFRESHED_AGO_MS, loading: false, error: null };
  const never = { refreshedAtMs: null, loading: false, error: null };
  const offline = { code: 'offline' } as const;

  const full: Snapshot = {
    connection: { connections: [CONNECTION], active: CONNECTION.id, signIn: null, problem: null },
    businesses: { list: [STUDIO, COLLECTIVE], chosen: STUDIO.id },
    invoices: { ...fresh, today: TODAY, invoices: SKETCHES.map(invoice), unavailable: null },
    catalog: { ...fresh, ...CATALOG },
    time: {
      ...fresh,
      today: TODAY,
      timeZone: ZONE,
      weekStart: day('2026-11-09'),
      firstDayOfWeek: 1,
      from: day('2026-11-09'),
      entries: ENTRIES,
    },
    outbox: {
      waiting: 1,
      unsure: 0,
      refused: 0,
      conflicts: 0,
      heldUp: false,
      nextTryAtMs: null,
      undo: null,
    },
    timer: { timer: null, away: null, idleSignal: 'works', runsFor: [] },
    unbilled: { ...fresh, clients: [] },
    sync: { refreshing: false, refreshedAtMs: fresh.refreshedAtMs, error: null },
    settings: {
      values: DEFAULT_SETTINGS,
      shortcut: 'registered',
      version: '0.1.0',
      platform: 'linux',
    },
    notices: [],
  };

  const loading: Snapshot = {
    ...full,
    invoices: { ...full.invoices, ...never, loading: true, invoices: [] },
    catalog: { ...never, loading: true, clients: [], projects: [], services: [] },
    time: { ...full.time, ...never, loading: true, entries: [] },
    outbox: {
      waiting: 0,
      unsure: 0,
      refused: 0,
      conflicts: 0,
      heldUp: false,
      nextTryAtMs: null,
      undo: null,
    },
    sync: { refreshing: true, refreshedAtMs: null, error: null },
  };

  const signedOut: Snapshot = {
    ...loading,
    connection: { connections: [], active: null, signIn: null, problem: null },
    businesses: { list: [], chosen: null },
    sync: { refreshing: false, refreshedAtMs: null, error: null },
  };

  const waiting = (
    step: 'waiting-for-browser' | 'exchanging-code',
    source: 'sandbox' | 'freshbooks',
    leftMs = 285_000,
  ) => ({
    ...signedOut,
    connection: {
      ...signedOut.connection,
      signIn: { source, step, endsAtMs: nowMs + leftMs },
    },
  });

  return {
    ...sampleLogins(full, nowMs),
    ...sampleTime(full, nowMs),
    full,
    loading,
    signedOut,
    empty: {
      ...full,
      invoices: { ...full.invoices, invoices: [] },
      time: { ...full.time, entries: [] },
    },
    offline: {
      ...full,
      sync: { refreshing: false, refreshedAtMs: nowMs - 3 * 3_600_000, error: offline },
      invoices: { ...full.invoices, error: offline },
    },
    neverRead: {
      ...loading,
      catalog: { ...loading.catalog, loading: false, error: offline },
      invoices: { ...loading.invoices, loading: false, error: offline },
      time: { ...loading.time, loading: false, error: offline },
      sync: { refreshing: false, refreshedAtMs: null, error: offline },
    },
    timeOnly: {
      ...full,
      businesses: { ...full.businesses, chosen: COLLECTIVE.id },
      invoices: { ...full.invoices, invoices: [], unavailable: 'no-accounting' },
    },
    sessionEnded: {
      ...full,
      connection: {
        ...full.connection,
        connections: [
          {
            ...CONNECTION,
            state: { status: 'needs-sign-in', severity: 'hard', reason: 'session-ended' },
          },
        ],
      },
    },
    signInSoon: {
      ...full,
      connection: {
        ...full.connection,
        connections: [
          {
            ...CONNECTION,
            state: {
              status: 'needs-sign-in',
              severity: 'soft',
              reason: 'answer-lost',
              usableUntilMs: nowMs + 3 * 3_600_000,
            },
          },
        ],
      },
    },
    refused: {
      ...full,
      settings: { ...full.settings, shortcut: 'taken' },
      notices: [
        { id: 'settings', text: 'The settings file was damaged and set aside. Defaults are used.' },
      ],
      time: {
        ...full.time,
        entries: [
          entry({
            at: '2026-11-13 15:10',
            minutes: 30,
            projectId: 11 as ProjectId,
            state: 'refused',
            id: null,
            refusal: { project_id: 'project is archived' },
          }),
          entry({
            at: '2026-11-13 15:00',
            minutes: 10,
            clientId: 3 as ClientId,
            state: 'unsure',
            id: null,
          }),
          entry({
            at: '2026-11-12 15:00',
            minutes: 95,
            clientId: 3 as ClientId,
            state: 'waiting',
            id: null,
          }),
        ],
      },
    },
    signInFailed: {
      ...signedOut,
      connection: {
        ...signedOut.connection,
        problem: { code: 'sign-in-needed', reason: 'invalid-client' },
      },
    },
    codeRefused: {
      ...signedOut,
      connection: {
        ...signedOut.connection,
        problem: {
          code: 'code-refused',
          came: 'redirect',
          redirectUri: 'https://localhost:47821/callback',
        },
      },
    },
    connectingFailed: {
      ...full,
      connection: {
        ...full.connection,
        problem: { code: 'sign-in-needed', reason: 'invalid-grant' },
      },
    },
    waitingForBrowser: waiting('waiting-for-browser', 'freshbooks'),
    waitingLong: waiting('waiting-for-browser', 'freshbooks', 225_000),
    waitingForSample: waiting('waiting-for-browser', 'sandbox'),
    exchanging: waiting('exchanging-code', 'sandbox'),
  } satisfies Record<string, Snapshot>;
}

export type SampleName = keyof ReturnType<typeof sampleSnapshots>;
