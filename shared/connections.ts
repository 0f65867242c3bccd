// The port through which the workspace gets connections: signing in, resuming after a restart,
// signing out. It hides OAuth, the keychain and the sample data's server from the workspace.
import type { Books, Identity } from './books.ts';
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
  | { readonly source: 'freshbooks'; readonly credentials: AppCredentials };

/** A connection whose secrets are at hand. `books` renews its own access token unasked. */
export interface LiveConnection {
  readonly id: ConnectionId;
  readonly source: ConnectionSource;
  readonly books: Books;
  state(): ConnectionState;
  /** @returns a function that ends the subscription. */
  onStateChange(listener: (state: ConnectionState) => void): () => void;
}

export interface SignedIn {
  readonly connection: LiveConnection;
  readonly identity: Identity;
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
  /** Brings a stored login back to life; touches the keychain, never the browser. */
  resume(id: ConnectionId, source: ConnectionSource): Promise<Result<LiveConnection>>;
  /** Revokes at FreshBooks when it can be reached, and empties the keychain in any case. */
  signOut(id: ConnectionId): Promise<Result<undefined>>;
  /** Ends listeners and the sample data's server; nothing is forgotten. */
  close(): Promise<void>;
}
