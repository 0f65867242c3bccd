// The user's data at hand: what the desktop and the page may ask of it. Nothing here fails to
// open: trouble with a file becomes a sentence in the snapshot's notices.
import type {
  ConnectionDetails,
  ServiceCheck,
  SignedOut,
} from '../../shared/connection-details.ts';
import type { AppCredentials, SignInRequest, UnfinishedSignIns } from '../../shared/connections.ts';
import type { BusinessId, ConnectionId, EntryKey } from '../../shared/ids.ts';
import type { CommandInput } from '../../shared/ipc.ts';
import type { Result } from '../../shared/result.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Notice, ShortcutState, Snapshot } from '../../shared/snapshot.ts';
import type { SnapshotListener } from './snapshot-store.ts';
import type { DesktopInput } from './timer/desktop-input.ts';
import type { Resumed } from './timer/timer-desk.ts';

export { openWorkspace } from './open-workspace.ts';

export interface Workspace {
  /** Complete as soon as the workspace is open, before any network or keychain was asked. */
  snapshot(): Snapshot;
  /**
   * @param listener gets the slices that changed, whole, once per turn of the event loop
   * @returns a function that ends the subscription
   */
  subscribe(listener: SnapshotListener): () => void;
  /** Brings the stored login back to life, refreshes, sends what is unsent, sets the schedule. */
  start(): void;
  /** True until a login is stored, and while a sign-in is under way. */
  isSettingUp(): boolean;
  /** @returns as `Connections.checkCredentials` */
  checkCredentials(credentials: AppCredentials): Promise<Result<undefined>>;
  signIn(request: SignInRequest): Promise<Result<undefined>>;
  openBrowserAgain(): Promise<Result<undefined>>;
  useAddress(text: string): Promise<Result<undefined>>;
  cancelSignIn(): void;
  /** From now on, secrets stay in memory and go when the app quits. */
  keepSecretsUntilQuit(): Promise<void>;
  /** For whoever signs in: durable notes of secrets that have no login yet. */
  readonly unfinishedSignIns: UnfinishedSignIns;
  /** By the same FreshBooks app as this login, whose credentials are in the keychain. */
  signInAgain(id: ConnectionId): Promise<Result<undefined>>;
  /** The person has seen whose account it is, and it is the one they meant. */
  keepLogin(id: ConnectionId): Result<undefined>;
  /** It is not: as `signOut`, and the login that was in use before is in use again. */
  undoLogin(id: ConnectionId): Promise<Result<SignedOut>>;
  /** Shows another login; entries of the others go on being sent through their own. */
  useLogin(id: ConnectionId): Result<undefined>;
  connectionDetails(id: ConnectionId): Promise<Result<ConnectionDetails>>;
  renewLogin(id: ConnectionId): Promise<Result<undefined>>;
  testLogin(id: ConnectionId): Promise<Result<readonly ServiceCheck[]>>;
  /** A text for support, without a secret and without anybody's name. */
  diagnostics(id: ConnectionId): Promise<Result<string>>;
  /** Unsent entries stay on the disk and go out when the same person connects again. */
  signOut(id: ConnectionId): Promise<Result<SignedOut>>;
  /** Durable when this answers; its lists come from their last copies, then from FreshBooks. */
  chooseBusiness(id: BusinessId): Result<undefined>;
  refresh(): Promise<Result<undefined>>;
  /**
   * This and what follows answer as soon as it is on the disk; sending goes on by itself, and how
   * it fares is in the snapshot. After an error nothing was kept.
   */
  logTime(input: CommandInput<'time.log'>): Result<{ readonly key: EntryKey }>;
  changeEntry(input: CommandInput<'time.change'>): Result<undefined>;
  deleteEntry(key: string): Result<undefined>;
  /** @param id as `OutboxSlice.undo` says; `rejected` when it is too late */
  undo(id: string): Result<undefined>;
  /** @returns `rate-limited` when FreshBooks itself asked for the pause, which is kept */
  retryUnsent(): Result<undefined>;
  discardEntry(key: string): Result<undefined>;
  resolveEntry(input: CommandInput<'outbox.resolve'>): Result<undefined>;
  changeSettings(change: Partial<Settings>): Result<undefined>;
  /** Whether the desktop gave us the shortcut in the settings. */
  shortcutIs(state: ShortcutState): void;
  addNotice(notice: Notice): void;
  dismissNotice(id: string): void;
  /** While nobody is looking, no timer of the workspace fires more than once a minute. */
  setVisible(visible: boolean): void;
  networkBack(): void;
  wokeUp(): void;
  /** What the desktop tells of its person; wanted only while the snapshot has a running timer. */
  input(event: DesktopInput): void;
  /** Durable when it answers, as all of these: whatever FreshBooks says, it runs here. */
  startTimer(input: CommandInput<'timer.start'>): Result<undefined>;
  changeTimer(input: CommandInput<'timer.change'>): Result<undefined>;
  pauseTimer(): Result<undefined>;
  /** @returns whether it had begun on another day: it is logged then, and a new one runs */
  resumeTimer(): Result<Resumed>;
  /** @returns `rejected` for less than a second and more than a day; it then goes on */
  stopTimer(): Result<undefined>;
  discardTimer(): Result<undefined>;
  answerAway(input: CommandInput<'timer.away'>): Result<undefined>;
  overnightSeen(): Result<undefined>;
  /** Ends everything; what was being sent is looked up in FreshBooks after the next start. */
  close(): Promise<void>;
}
