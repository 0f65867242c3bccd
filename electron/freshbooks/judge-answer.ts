// Turns FreshBooks' answer into a value or one of our errors. The status decides; bodies only
// tell which field was refused, and are never passed on as they came.
import type { z } from 'zod';
import type { TraybooksError } from '../../shared/errors.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { retryAfterSeconds } from '../../shared/retry-after.ts';
import type { Scope } from '../../shared/scopes.ts';
import type { ApiRequest } from './api-request.ts';
import type { Answer } from './exchange.ts';
import { refusalReasons } from './refusal-reasons.ts';

/** What each scope opens, in a person's words. */
const THINGS: Readonly<Record<Scope, string>> = {
  'user:profile:read': 'profile',
  'user:invoices:read': 'invoices',
  'user:clients:read': 'clients',
  'user:projects:read': 'projects',
  'user:billable_items:read': 'services',
  'user:time_entries:read': 'time entries',
  'user:time_entries:write': 'time entries',
};

/**
 * @param shape null when success has no body
 * @param granted the scopes of the token that was sent; empty when they are not known
 */
export function judgeAnswer<Value>(
  request: ApiRequest,
  answer: Answer,
  shape: z.ZodType<Value> | null,
  granted: readonly string[] = [],
): Result<Value> {
  const { status } = answer;
  if (status >= 200 && status < 300) {
    // The cast holds because only calls without a value have no shape.
    return shape ? fitted(request, answer, shape) : ok(undefined as Value);
  }
  switch (status) {
    case 403:
      return failed(forbidden(request, granted));
    case 404:
      return failed({ code: 'not-found', thing: request.thing });
    case 409:
      return failed({
        code: 'server-trouble',
        status,
        detail: 'it is being changed by someone else at this moment',
      });
    case 400:
    case 422:
      return failed({ code: 'rejected', fields: refusalReasons(parsedJson(answer.text)) ?? {} });
    case 429:
      return failed({
        code: 'rate-limited',
        retryAfterSeconds: retryAfterSeconds(answer.headers),
      });
  }
  return unusable(request, status, status >= 500 ? 'a fault on its side' : 'an unexpected status');
}

/** The bodies do not tell the two apart: the app lacks a scope, or the person lacks the right. */
function forbidden({ scope }: ApiRequest, granted: readonly string[]): TraybooksError {
  return granted.includes(scope)
    ? { code: 'not-allowed', thing: THINGS[scope] }
    : { code: 'scope-missing', scope };
}

function fitted<Value>(
  request: ApiRequest,
  { status, text }: Answer,
  shape: z.ZodType<Value>,
): Result<Value> {
  const body = parsedJson(text);
  if (body === undefined) return unusable(request, status, unreadable(text));
  const fit = fitOf(shape, body);
  if (fit === 'too many complaints') return unusable(request, status, `answer: ${fit}`);
  if (fit.success) return ok(fit.data);

  // Errors have come with a 200 (freshbooks-api.md §3.8). An answer in so many words that it
  // did not happen leaves no doubt, for a write either.
  const reasons = refusalReasons(body);
  if (reasons) {
    const listed = Object.entries(reasons).map(([field, reason]) => `${field}: ${reason}`);
    return failed({
      code: 'server-trouble',
      status,
      detail: `an error despite the status: ${listed.join('; ')}`,
    });
  }
  const issue = fit.error.issues[0];
  return unusable(request, status, `${issue?.path.join('.') || 'answer'}: ${issue?.message}`);
}

/**
 * Complaints about a list are handed up as the arguments of one call, and about a hundred thousand
 * are more than a call takes.
 */
function fitOf<Value>(shape: z.ZodType<Value>, body: unknown) {
  try {
    return shape.safeParse(body);
  } catch (error) {
    if (error instanceof RangeError) return 'too many complaints';
    throw error;
  }
}

/**
 * An answer that cannot be used. Creating is the one call that may not be repeated blindly:
 * behind a gateway's 502, or a yes that we cannot read, the entry may well exist. Changing and
 * deleting come to the same when done twice.
 */
function unusable(request: ApiRequest, status: number, detail: string): Result<never> {
  const mayExist = request.method === 'POST' && (status >= 500 || status < 300);
  return failed(
    mayExist ? { code: 'outcome-unknown' } : { code: 'server-trouble', status, detail },
  );
}

/** @returns undefined, which JSON cannot say, when the text is not JSON. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function unreadable(text: string): string {
  const start = text.trimStart();
  if (start === '') return 'an empty answer';
  return start.startsWith('<') ? 'a web page instead of data' : 'broken JSON';
}
