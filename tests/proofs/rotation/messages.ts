// What the proof and the process that lives and dies say to each other.
import type { ClientCredentials, TokenPair } from '../../../electron/auth/token-pair.ts';

/** One installation of the app: its keychain entries, its database, its FreshBooks. */
export interface Installation {
  readonly keychainService: string;
  readonly databasePath: string;
  readonly baseUrl: string;
  readonly credentials: ClientCredentials;
}

export type Order =
  /** Opens the login that is in the vault. */
  | { readonly do: 'come-up'; readonly installation: Installation }
  /** As after a sign-in: saves a pair and opens the login anew. */
  | { readonly do: 'sign-in'; readonly tokens: TokenPair }
  /** One refresh; ends in a SIGKILL at the given point of it, counted from 1. */
  | { readonly do: 'renew'; readonly killAt: number | null }
  /** Everyone is refused the same access token at the same time. */
  | { readonly do: 'ask-many'; readonly callers: number }
  /** One refresh after another, until somebody ends it. */
  | { readonly do: 'renew-on' };

export type Report =
  | { readonly said: 'ready' }
  | { readonly said: 'up'; readonly condition: Condition }
  /** `points`: at how many points of it a kill was possible. */
  | { readonly said: 'renewed'; readonly error: string | null; readonly points: number }
  /** `tokens`: how many different access tokens the callers were given. */
  | { readonly said: 'answered-many'; readonly tokens: number }
  | { readonly said: 'bug'; readonly what: string };

/** How a login was found. */
export interface Condition {
  readonly state: 'connected' | 'soft' | 'hard' | 'none';
  /** Why a sign-in is needed. */
  readonly reason: string | null;
  /** SHA-256 of the refresh token in the vault; null without one. */
  readonly tokenDigest: string | null;
  /** What FreshBooks answered to the access token; null where none was handed out. */
  readonly accessStatus: number | null;
}
