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
import type { Money } from './money.ts';
import type { Settings } from './settings.ts';

export interface Snapshot {
  readonly connection: ConnectionSlice;
  readonly businesses: BusinessesSlice;
  readonly invoices: InvoicesSlice;
  readonly catalog: CatalogSlice;
  readonly time: TimeSlice;
  readonly outbox: OutboxSlice;
  readonly timer: TimerSlice;
  readonly unbilled: UnbilledSlice;
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

/**
 * `saved`: FreshBooks has it as shown. The others are still in the outbox. `conflict`: it was
 * changed elsewhere since the person saw it, and they must choose.
 */
export type EntryState = 'saved' | 'waiting' | 'sending' | 'unsure' | 'refused' | 'conflict';

/** What time is logged on, and the words to it. */
export interface Work {
  readonly clientId: ClientId | null;
  readonly projectId: ProjectId | null;
  readonly serviceId: ServiceId | null;
  readonly billable: boolean;
  readonly note: string;
}

export interface EntryContent extends Work {
  /** IANA name; its day and its times of day are meant in it. */
  readonly timeZone: string;
  readonly day: Day;
  readonly startedAtMs: number;
  readonly durationSeconds: number;
}

export interface LoggedEntry extends EntryContent {
  readonly key: EntryKey;
  /** Null until FreshBooks has it. */
  readonly id: TimeEntryId | null;
  /** On an invoice already. */
  readonly billed: boolean;
  readonly state: EntryState;
  /** What FreshBooks does not have yet; null when it has everything. */
  readonly pending: 'add' | 'change' | 'delete' | null;
  /** What FreshBooks holds now, where the person must choose; null in every other state. */
  readonly theirs: EntryContent | 'deleted' | null;
  /** Why FreshBooks refused it; null in every other state. */
  readonly refusal: FieldReasons | null;
}

export interface TimeSlice extends Freshness {
  readonly today: Day;
  readonly timeZone: string;
  readonly weekStart: Day;
  /** As FreshBooks counts: 0 or 7 is Sunday, 1 is Monday. */
  readonly firstDayOfWeek: number;
  /** The first day whose entries are all here; some weeks before `weekStart`. */
  readonly from: Day;
  /** Every entry since `from` and every unsent one, newest first. */
  readonly entries: readonly LoggedEntry[];
}

export interface OutboxSlice {
  readonly waiting: number;
  readonly unsure: number;
  readonly refused: number;
  /** Changed elsewhere meanwhile: the person must choose. */
  readonly conflicts: number;
  /** Some of `waiting` was tried in vain, or cannot be tried. Not what is on its way. */
  readonly heldUp: boolean;
  /**
   * Earliest next attempt, milliseconds since the epoch; null when none is planned: nothing is
   * unsent, it is being sent, or a sign-in must come first.
   */
  readonly nextTryAtMs: number | null;
  /** The last act that can still be taken back; whoever draws it stops at `untilMs`. */
  readonly undo: Undoable | null;
}

export interface Undoable {
  readonly id: string;
  readonly what: 'added' | 'changed' | 'deleted' | 'timer-logged' | 'away-answered';
  /** The entry's, or the timer's. */
  readonly key: EntryKey;
  readonly untilMs: number;
}

/** A timer is instants, never a counter: elapsed = banked + (now − runningSince). */
export interface RunningTimer extends Work {
  readonly startedAtMs: number;
  /** Closed segments, seconds. */
  readonly bankedSeconds: number;
  /** Null while paused. */
  readonly runningSinceMs: number | null;
  /** `here`: FreshBooks does not have it (yet); it becomes an entry when it is stopped. */
  readonly kept: 'freshbooks' | 'here';
  /** Why it is kept here; null when it is not, or was not sent yet. */
  readonly refusal: TraybooksError | null;
  /** Started in the web app or on the phone. */
  readonly fromElsewhere: boolean;
  /** It ran through a night, and the person was not asked about it yet. */
  readonly leftOvernight: boolean;
}

/** From the last input to the next, whatever caused it. Milliseconds since the epoch. */
export interface AwayGap {
  readonly fromMs: number;
  readonly toMs: number;
}

export interface TimerSlice {
  readonly timer: RunningTimer | null;
  /** The person was away while it ran, and has not said what that time was. */
  readonly away: AwayGap | null;
  /** `none`: this desktop does not tell when its person is away. */
  readonly idleSignal: 'unknown' | 'works' | 'none';
  /** Businesses that are not shown, perhaps of another login, for which a timer runs. */
  readonly runsFor: readonly BusinessId[];
}

/** Billable time on no invoice yet, of one client, in that client's currency. */
export interface UnbilledClient {
  readonly clientId: ClientId | null;
  readonly clientName: string;
  readonly seconds: number;
  /** Of the seconds with a known rate; null when no rate or currency is known. */
  readonly amount: Money | null;
  /** Seconds whose rate is unknown: they are worth something, not nothing. */
  readonly unknownRateSeconds: number;
}

export interface UnbilledSlice extends Freshness {
  readonly clients: readonly UnbilledClient[];
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
