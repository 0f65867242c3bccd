// The one union of things a person can act on. Library errors are translated into it where
// they enter; above that edge only these codes exist. None carries a secret or a raw response.
import type { DesktopKeychain } from './desktop-keychain.ts';

/** Field name (as the API spells it, or as our form does) to the reason it was refused. */
export type FieldReasons = Readonly<Record<string, string>>;

export type TraybooksError =
  /** Nothing reached FreshBooks; nothing was changed there. */
  | { readonly code: 'offline' }
  | { readonly code: 'rate-limited'; readonly retryAfterSeconds: number }
  | { readonly code: 'sign-in-needed'; readonly reason: SignInReason }
  /** A sign-in's code was not accepted, for one of several causes FreshBooks does not tell apart. */
  | {
      readonly code: 'code-refused';
      /** `redirect`: it came in an address with the sign-in's own state; `bare`: it was pasted alone. */
      readonly came: 'redirect' | 'bare';
      /** The one the sign-in used, e.g. `https://localhost:47821/callback`. */
      readonly redirectUri: string;
    }
  /** `scope` is the missing one when known, e.g. `user:invoices:read`. */
  | { readonly code: 'scope-missing'; readonly scope: string | null }
  /** The app may, the person may not. `thing` in their words, plural: "invoices". */
  | { readonly code: 'not-allowed'; readonly thing: string }
  /** `thing` names it in a person's words: "invoice", "project". */
  | { readonly code: 'not-found'; readonly thing: string }
  | { readonly code: 'rejected'; readonly fields: FieldReasons }
  | KeychainUnavailable
  | { readonly code: 'port-in-use'; readonly ports: readonly number[] }
  | { readonly code: 'cancelled'; readonly by: 'person' | 'freshbooks' | 'time-out' | 'no-browser' }
  /** Sent, and no answer came: it may or may not have happened. Look before repeating. */
  | { readonly code: 'outcome-unknown' }
  /** FreshBooks answered with something unusable; `detail` says where, e.g. `invoices.3.outstanding.amount`. */
  | { readonly code: 'server-trouble'; readonly status: number | null; readonly detail: string }
  | { readonly code: 'storage-full' }
  /** The data file cannot be used as it is; nothing in it was changed. */
  | { readonly code: 'storage-unusable'; readonly cause: StorageTrouble }
  | { readonly code: 'bug'; readonly detail: string };

/** Why a sign-in is needed, or why the last one did not succeed. */
export const SIGN_IN_REASONS = [
  'never-signed-in',
  'session-ended',
  /** A renewal was cut off between sending and saving: nobody can tell whether its token is spent. */
  'answer-lost',
  /** The renewal was refused while the access token works: another computer has the newer pair. */
  'used-elsewhere',
  'invalid-client',
  'invalid-grant',
  'wrong-state',
  'not-an-address',
  'no-sign-in-waiting',
  /** Its secrets were in memory only, by choice, and went with the run before this one. */
  'kept-until-quit',
] as const;

export type SignInReason = (typeof SIGN_IN_REASONS)[number];

export interface KeychainUnavailable {
  readonly code: 'keychain-unavailable';
  readonly cause: KeychainTrouble;
  /** Absent where nobody knows the desktop; the words then name no package. */
  readonly desktop?: DesktopKeychain;
}

/**
 * `library-missing`: the part that talks to the keychain could not be loaded, on Linux for want of
 * a system library. `write-refused`: it reads, and will not write, or loses what it was given.
 */
export type KeychainTrouble = 'missing' | 'library-missing' | 'locked' | 'write-refused';

/** `newer-version`: a newer Traybooks wrote it, and this one cannot know what it means. */
export type StorageTrouble = 'newer-version' | 'cannot-open' | 'damaged';
