// The port through which the workspace gets connections: signing in, resuming after a restart,
// signing out. It hides OAuth, the keychain and the sample data's server from the workspace.
import type { Books, Business, Identity } from './books.ts';
import type { ConnectionDetails, ServiceCheck, SignedOut } from './connection-details.ts';
import type { ConnectionId } from './ids.ts';
import type { Result } from './result.ts';
import type { ConnectionSource, ConnectionState, SignInUnderWay } from './snapshot.ts';

/** What FreshBooks gave the person for their app. */
export interface AppCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

export type SignInRequest =
  | { readonly source: 'sandbox' }
  | { readonly source: 'freshbooks'; readonly credentials: AppCredentials }
  /** By the app of a login that is known here: its credentials come from the keychain. */
  | { readonly source: ConnectionSource; readonly asConnection: ConnectionId };

/** A connection whose secrets are at hand. `books` renews its own access token unasked. */
export interface LiveConnection {
  readonly id: ConnectionId;
  readonly source: ConnectionSource;
  readonly books: Books;
  state(): ConnectionState;
  /** @returns a function that ends the subscription. */
  onStateChange(listener: (state: ConnectionState) => void): () => void;
  /** What is known without asking anybody. */
  details(): ConnectionDetails;
  /** Renews the access token although it may not be due. @returns why it did not succeed */
  renew(signal?: AbortSignal): Promise<Result<undefined>>;
  /**
   * Asks who the person is, then each service once for a single row. What was found before the
   * signal ended it is answered all the same.
   * @param business whose services are asked; null asks for the person alone
   */
  checkServices(business: Business | null, signal?: AbortSignal): Promise<readonly ServiceCheck[]>;
}

export interface SignedIn {
  readonly connection: LiveConnection;
  readonly identity: Identity;
}

/** Remembers, across a kill, whose secrets may be in the keychain without a login to show for it. */
export interface UnfinishedSignIns {
  /** Called before anything secret is stored. Durable when this answers ok. */
  begin(id: ConnectionId, source: ConnectionSource): Result<undefined>;
  /** Nothing of it is left in the keychain. A login that was kept ends it by itself. */
  end(id: ConnectionId): void;
}

export interface Connections {
  /**
   * Asks FreshBooks, in one request, whether it knows these credentials; no browser, no keychain.
   * @returns ok: it does; `sign-in-needed` with `invalid-client`: it does not; any other error:
   *   that could not be found out
   */
  checkCredentials(credentials: AppCredentials): Promise<Result<undefined>>;
  /**
   * Runs one whole sign-in, from opening the browser to reading the identity. The tokens are in
   * the keychain before this resolves. Only one runs at a time; starting another cancels it.
   * @param onStep called at every step, with the instant at which waiting ends
   */
  signIn(request: SignInRequest, onStep: (step: SignInUnderWay) => void): Promise<Result<SignedIn>>;
  openBrowserAgain(): Promise<Result<undefined>>;
  /** Takes the address a person was sent to, or a bare code, while a sign-in waits. */
  useAddress(text: string): Result<undefined>;
  cancelSignIn(): void;
  /** The person's choice where no keychain can be used: from now on, secrets stay in memory. */
  keepUntilQuit(): void;
  /** Brings a stored login back to life; touches the keychain, never the browser. */
  resume(id: ConnectionId, source: ConnectionSource): Promise<Result<LiveConnection>>;
  /**
   * Revokes at FreshBooks when it can be reached, and empties the keychain in any case.
   * @param source null when nobody knows it any more: then there is nobody to revoke at
   * @returns `keychain-unavailable` when something is left there
   */
  signOut(id: ConnectionId, source: ConnectionSource | null): Promise<Result<SignedOut>>;
  /** The computer woke up, or is online again: logins that are due are renewed at once. */
  catchUp(): void;
  /** Ends listeners and the sample data's server; nothing is forgotten. */
  close(): Promise<void>;
}
