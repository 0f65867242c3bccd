// What Settings tell about one login, for its owner and for whoever helps them. Read when asked
// for, not kept in the snapshot: nobody watches it. Nothing in it is a secret.
// The shapes are what may cross to the page: what they do not name stays behind.
import { z } from 'zod';
import { errorShape } from './error-shape.ts';
import type { TraybooksError } from './errors.ts';
import { SCOPES, type Scope } from './scopes.ts';

export interface ConnectionDetails {
  readonly grantedScopes: readonly string[];
  /** What Traybooks would use and was not given. */
  readonly missingScopes: readonly Scope[];
  /** Milliseconds since the epoch. */
  readonly accessEndsAtMs: number;
  /** When the token is renewed unasked; null once it can no longer be. */
  readonly renewsAtMs: number | null;
  /** Null when none was needed since Traybooks started. */
  readonly lastRenewal: { readonly atMs: number; readonly error: TraybooksError | null } | null;
  readonly redirectUri: string;
  /** Where the secrets are, by the desktop's own name: "GNOME Keyring", "Keychain". */
  readonly keychain: { readonly name: string; readonly kept: 'for-good' | 'until-quit' };
}

/** One call to each service, in the order they were made. */
export interface ServiceCheck {
  /** In a person's words: "Who you are", "Invoices". */
  readonly service: string;
  readonly tookMs: number;
  /** Null when it answered. */
  readonly error: TraybooksError | null;
}

export interface SignedOut {
  /** FreshBooks confirmed that the tokens are dead. */
  readonly revoked: boolean;
  /** Otherwise the access token works until then; milliseconds since the epoch. */
  readonly accessEndsAtMs: number | null;
}

const instant = () => z.number();

export function connectionDetailsShape() {
  return z.object({
    grantedScopes: z.array(z.string()).readonly(),
    missingScopes: z.array(z.enum(SCOPES)).readonly(),
    accessEndsAtMs: instant(),
    renewsAtMs: instant().nullable(),
    lastRenewal: z.object({ atMs: instant(), error: errorShape().nullable() }).nullable(),
    redirectUri: z.string(),
    keychain: z.object({ name: z.string(), kept: z.enum(['for-good', 'until-quit']) }),
  }) satisfies z.ZodType<ConnectionDetails>;
}

export function serviceCheckShape() {
  return z.object({
    service: z.string(),
    tookMs: z.number(),
    error: errorShape().nullable(),
  }) satisfies z.ZodType<ServiceCheck>;
}

export function signedOutShape() {
  return z.object({
    revoked: z.boolean(),
    accessEndsAtMs: instant().nullable(),
  }) satisfies z.ZodType<SignedOut>;
}
