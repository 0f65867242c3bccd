// Translates what the token endpoint answered into a pair or one of our errors
// (freshbooks-api.md §1.6 and §1.9). Nothing of the body survives in an error but field names
// and the provider's own error word: descriptions may repeat what was sent.
import { z } from 'zod';
import type { TraybooksError } from '../../shared/errors.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { retryAfterSeconds } from '../../shared/retry-after.ts';
import { type TokenPair, tokenAnswerSchema, tokenPair } from './token-pair.ts';

export interface TokenHttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

const errorSchema = z.object({ error: z.string().regex(/^[a-z_]{1,40}$/) });

/** @param nowMs our clock at receipt */
export function readTokenAnswer(answer: TokenHttpAnswer, nowMs: number): Result<TokenPair> {
  if (!isSuccess(answer)) return failed(tokenError(answer));
  const read = tokenAnswerSchema.safeParse(json(answer.body));
  if (read.success) return ok(tokenPair(read.data, nowMs));
  const path = read.error.issues[0]?.path.join('.') || 'the body';
  return failed({ code: 'server-trouble', status: answer.status, detail: path });
}

/** Revoking answers `{}`, which nothing depends on (freshbooks-api.md §1.8). */
export function readRevokeAnswer(answer: TokenHttpAnswer): Result<undefined> {
  return isSuccess(answer) ? ok() : failed(tokenError(answer));
}

function tokenError(answer: TokenHttpAnswer): TraybooksError {
  const { status } = answer;
  if (status === 429) {
    return {
      code: 'rate-limited',
      retryAfterSeconds: retryAfterSeconds(answer.headers),
    };
  }
  const read = errorSchema.safeParse(json(answer.body));
  const word = read.success ? read.data.error : 'the body';
  // The status of the two is unconfirmed at FreshBooks, so the word decides on either.
  if (status === 400 || status === 401) {
    if (word === 'invalid_grant') return { code: 'sign-in-needed', reason: 'invalid-grant' };
    if (word === 'invalid_client') return { code: 'sign-in-needed', reason: 'invalid-client' };
  }
  return { code: 'server-trouble', status, detail: word };
}

function isSuccess(answer: TokenHttpAnswer): boolean {
  return answer.status >= 200 && answer.status < 300;
}

/** HTML, an empty body and cut-off JSON all come as undefined, which fits no schema. */
function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
