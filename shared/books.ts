// The port behind which any bookkeeping service sits. The workspace knows this interface and
// never a URL; FreshBooks is one adapter, FreshBooks Classic can be another.
import type { Day } from './day.ts';
import type {
  AccountId,
  BusinessId,
  ClientId,
  IdentityId,
  InvoiceId,
  ProjectId,
  ServiceId,
  TimeEntryId,
} from './ids.ts';
import type { Money } from './money.ts';
import type { Result } from './result.ts';
import type { RunningTimers } from './running-timers.ts';
import type { Scope } from './scopes.ts';

export interface Identity {
  readonly id: IdentityId;
  readonly name: string;
  readonly email: string;
  readonly businesses: readonly Business[];
}

export interface Business {
  readonly id: BusinessId;
  /** Null for a business without accounting: it has no invoices or clients to show. */
  readonly accountId: AccountId | null;
  readonly name: string;
  /** In FreshBooks' interface's words: "Owner", "Employee", … */
  readonly role: string;
  /** IANA name; null when FreshBooks did not say. */
  readonly timeZone: string | null;
  /** Display only, e.g. "yyyy-mm-dd". */
  readonly dateFormat: string | null;
  /** 0 or 7 is Sunday, 1 is Monday. */
  readonly firstDayOfWeek: number;
  readonly active: boolean;
}

export interface UnpaidInvoice {
  readonly id: InvoiceId;
  readonly number: string;
  readonly clientName: string;
  readonly total: Money;
  readonly paid: Money;
  /** Always greater than zero. */
  readonly outstanding: Money;
  readonly issued: Day;
  readonly due: Day | null;
  readonly viewed: boolean;
  readonly disputed: boolean;
}

export interface Client {
  readonly id: ClientId;
  readonly name: string;
  /** ISO 4217 code its invoices are written in; left out when FreshBooks did not say. */
  readonly currency?: string;
}

export interface Project {
  readonly id: ProjectId;
  readonly title: string;
  readonly clientId: ClientId | null;
  readonly internal: boolean;
  /** Services usable on it; empty when the project lists none. */
  readonly serviceIds: readonly ServiceId[];
}

export interface Service {
  readonly id: ServiceId;
  readonly name: string;
  readonly billable: boolean;
}

/** What people choose from when they log time. Only active clients, projects and services. */
export interface Catalog {
  readonly clients: readonly Client[];
  readonly projects: readonly Project[];
  readonly services: readonly Service[];
  /** What is empty above only because these were not granted; left out when nothing is. */
  readonly missing?: readonly Scope[];
}

export interface TimeEntryDraft {
  /** Milliseconds since the epoch, UTC, a whole second. */
  readonly startedAtMs: number;
  readonly durationSeconds: number;
  /** The zone the day was meant in; sent along as `local_timezone`. */
  readonly timeZone: string;
  readonly clientId: ClientId | null;
  readonly projectId: ProjectId | null;
  readonly serviceId: ServiceId | null;
  readonly internal: boolean;
  readonly billable: boolean;
  readonly note: string;
}

export interface TimeEntry extends Omit<TimeEntryDraft, 'timeZone'> {
  readonly id: TimeEntryId;
  readonly identityId: IdentityId | null;
  readonly timeZone: string | null;
  /** On an invoice already. */
  readonly billed: boolean;
}

/** What decides the rate of time on a project; `unknown` where only FreshBooks can tell. */
export type RateBasis = 'project' | 'service' | 'team-member' | 'unknown';

/** Hourly rates: decimal text without a currency, as FreshBooks writes them. */
export interface Rates {
  /** Every project that may still be billed for, completed ones included. */
  readonly projects: readonly {
    readonly id: ProjectId;
    readonly basis: RateBasis;
    readonly rate: string | null;
  }[];
  readonly services: readonly { readonly id: ServiceId; readonly rate: string }[];
  /** Empty where this person may not see them. */
  readonly teamMembers: readonly { readonly id: IdentityId; readonly rate: string }[];
}

/** Half-open: from ≤ start < to. Milliseconds since the epoch. */
export interface InstantRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Every method answers with a `Result`; `signal` aborts the calls under way and the answer is
 * then `cancelled`. Reads cover **all** pages. Writes are sent at most once: when no answer
 * came, the error is `outcome-unknown` and the caller must look before repeating.
 */
export interface Books {
  identity(signal?: AbortSignal): Promise<Result<Identity>>;
  /** The local rule of freshbooks-api.md §3.2. Answers an empty list for a business without accounting. */
  unpaidInvoices(
    business: Business,
    signal?: AbortSignal,
  ): Promise<Result<readonly UnpaidInvoice[]>>;
  catalog(business: Business, signal?: AbortSignal): Promise<Result<Catalog>>;
  /** The caller's own logged entries, newest first. */
  timeEntries(
    business: Business,
    range: InstantRange,
    signal?: AbortSignal,
  ): Promise<Result<readonly TimeEntry[]>>;
  createTimeEntry(business: Business, draft: TimeEntryDraft): Promise<Result<TimeEntry>>;
  /** Replaces the whole entry (freshbooks-api.md §6.2). */
  changeTimeEntry(
    business: Business,
    id: TimeEntryId,
    draft: TimeEntryDraft,
  ): Promise<Result<TimeEntry>>;
  deleteTimeEntry(business: Business, id: TimeEntryId): Promise<Result<undefined>>;
  /** One entry as FreshBooks has it now; `deleted` also for one it never knew. */
  timeEntry(
    business: Business,
    id: TimeEntryId,
    signal?: AbortSignal,
  ): Promise<Result<TimeEntry | 'deleted'>>;
  /** The caller's own logged entries that can be billed and are on no invoice yet. */
  unbilledTime(business: Business, signal?: AbortSignal): Promise<Result<readonly TimeEntry[]>>;
  rates(business: Business, signal?: AbortSignal): Promise<Result<Rates>>;
  readonly timers: RunningTimers;
}
