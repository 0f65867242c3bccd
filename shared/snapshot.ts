// The state the main process owns and the renderer draws, cut into slices. A slice is replaced
// whole, and sent only when it changed.
import type { Business, Catalog, Identity, UnpaidInvoice } from './books.ts';
import type { Day } from './day.ts';
import type { FieldReasons, SignInReason, TraybooksError } from './errors.ts';
import type {
  BusinessId,
  ClientId,
  ConnectionId,
  EntryKey,
  ProjectId,
  ServiceId,
  TimeEntryId,
} from './ids.ts';
import type { Settings } from './settings.ts';

export interface Snapshot {
  readonly connection: ConnectionSlice;
  readonly businesses: BusinessesSlice;
  readonly invoices: InvoicesSlice;
  readonly catalog: CatalogSlice;
  readonly time: TimeSlice;
  readonly outbox: OutboxSlice;
  readonly sync: SyncSlice;
  readonly settings: SettingsSlice;
  readonly notices: readonly Notice[];
}

export type SliceName = keyof Snapshot;

/** `sandbox` is the embedded FreshBooks that serves the sample data. */
export type ConnectionSource = 'freshbooks' | 'sandbox';

export type ConnectionState =
  | { readonly status: 'connected' }
  | { readonly status: 'refreshing' }
  /** The access token still works until then, milliseconds since the epoch. */
  | {
      readonly status: 'needs-sign-in';
      readonly severity: 'soft';
      readonly reason: SignInReason;
      readonly usableUntilMs: number;
    }
  /** Only cached data is left. */
  | {
      readonly status: 'needs-sign-in';
      readonly severity: 'hard';
      readonly reason: SignInReason;
    };

export interface Connection {
  readonly id: ConnectionId;
  readonly source: ConnectionSource;
  readonly identity: Pick<Identity, 'name' | 'email'>;
  readonly state: ConnectionState;
  /** False until the person has said that this is the account they meant. */
  readonly kept: boolean;
}

/** A sign-in under way. `starting` until the browser was opened. */
export interface SignInUnderWay {
  readonly source: ConnectionSource;
  readonly step: 'starting' | 'waiting-for-browser' | 'exchanging-code' | 'reading-identity';
  /** Milliseconds since the epoch at which waiting ends. */
  readonly endsAtMs: number;
}

export interface ConnectionSlice {
  readonly connections: readonly Connection[];
  readonly active: ConnectionId | null;
  readonly signIn: SignInUnderWay | null;
  /** Why the last sign-in, or reading the keychain, failed; null after a success. */
  readonly problem: TraybooksError | null;
}

export interface BusinessesSlice {
  readonly list: readonly Business[];
  readonly chosen: BusinessId | null;
}

/** How far a list that comes from FreshBooks can be trusted. */
export interface Freshness {
  /** Milliseconds since the epoch of the last complete answer; null when there never was one. */
  readonly refreshedAtMs: number | null;
  readonly loading: boolean;
  /** Why the last refresh failed; the list is then the last good copy. */
  readonly error: TraybooksError | null;
}

export interface InvoicesSlice extends Freshness {
  /** The business's own day, by which lateness is counted. */
  readonly today: Day;
  /** Overdue first, then by due date. */
  readonly invoices: readonly UnpaidInvoice[];
  /** Why there is nothing to list at all, where that is so. */
  readonly unavailable: 'no-accounting' | 'scope-missing' | 'not-allowed' | null;
}

export interface CatalogSlice extends Freshness, Catalog {}

/** `saved`: FreshBooks has it. The others are still in the outbox. */
export type EntryState = 'saved' | 'waiting' | 'sending' | 'unsure' | 'refused';

export interface LoggedEntry {
  readonly key: EntryKey;
  /** Null until FreshBooks has it. */
  readonly id: TimeEntryId | null;
  readonly day: Day;
  readonly startedAtMs: number;
  readonly durationSeconds: number;
  readonly clientId: ClientId | null;
  readonly projectId: ProjectId | null;
  readonly serviceId: ServiceId | null;
  readonly billable: boolean;
  readonly note: string;
  readonly state: EntryState;
  /** Why FreshBooks refused it; null in every other state. */
  readonly refusal: FieldReasons | null;
}

export interface TimeSlice extends Freshness {
  readonly today: Day;
  readonly timeZone: string;
  readonly weekStart: Day;
  /** This week's entries and every unsent one, newest first. */
  readonly entries: readonly LoggedEntry[];
}

export interface OutboxSlice {
  readonly waiting: number;
  readonly unsure: number;
  readonly refused: number;
}

export interface SyncSlice {
  readonly refreshing: boolean;
  /** Milliseconds since the epoch of the last refresh that succeeded in full. */
  readonly refreshedAtMs: number | null;
  readonly error: TraybooksError | null;
}

export type ShortcutState = 'registered' | 'taken' | 'invalid' | 'unknown';

export interface SettingsSlice {
  readonly values: Settings;
  readonly shortcut: ShortcutState;
  readonly version: string;
  readonly platform: 'darwin' | 'win32' | 'linux';
}

/** Something the person should know once, kept until dismissed. */
export interface Notice {
  readonly id: string;
  readonly text: string;
}
