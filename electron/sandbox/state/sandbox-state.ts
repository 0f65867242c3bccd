/**
 * Everything the sample FreshBooks remembers. The schema is the type: a state file from an older
 * build, or one cut short by a full disk, is noticed when it is read and not when it is used.
 */
import { z } from 'zod';
import { sampleBooksSchema } from './sample-books.ts';

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const appSchema = z.object({
  clientId: z.string(),
  secretDigest: digest,
  name: z.string(),
  redirectUris: z.array(z.string()).readonly(),
  scopes: z.array(z.string()).readonly(),
});

const codeSchema = z.object({
  digest,
  clientId: z.string(),
  redirectUri: z.string(),
  scopes: z.array(z.string()).readonly(),
  codeChallenge: z.string().nullable(),
  expiresAtMs: z.number(),
});

const tokenSchema = z.object({
  digest,
  clientId: z.string(),
  scopes: z.array(z.string()).readonly(),
  /** Access and refresh token of one answer share it: revoking either revokes both. */
  pairId: z.string(),
});

const accessTokenSchema = tokenSchema.extend({ expiresAtMs: z.number() });

export const sandboxStateSchema = z.object({
  version: z.literal(1),
  apps: z.array(appSchema),
  codes: z.array(codeSchema),
  accessTokens: z.array(accessTokenSchema),
  /** At most one per app, there being one person: FreshBooks keeps one alive per user and app. */
  refreshTokens: z.array(tokenSchema),
  /** Client id → epoch seconds of the first token ever given to it. */
  firstGrantAt: z.record(z.string(), z.number()),
  books: sampleBooksSchema,
});

export type SandboxState = z.infer<typeof sandboxStateSchema>;
export type RegisteredApp = z.infer<typeof appSchema>;
export type CodeRecord = z.infer<typeof codeSchema>;
export type AccessTokenRecord = z.infer<typeof accessTokenSchema>;
