// The one way to call FreshBooks: token, headers, renewal after a 401, and the verdict. Every
// service goes through here, so no endpoint can forget a time limit or repeat a write.
import type { z } from 'zod';
import type { TraybooksError } from '../../shared/errors.ts';
import { failed, type Result } from '../../shared/result.ts';
import type { ApiRequest } from './api-request.ts';
import { type Answer, exchange, type NoAnswer } from './exchange.ts';
import type { FreshBooksWorld } from './freshbooks-world.ts';
import { judgeAnswer } from './judge-answer.ts';

const DEFAULT_TIMEOUT_MS = 20_000;

/**
 * @param shape what a good answer must fit; null when success has no body (a 204)
 * @param signal ends the call with `cancelled`. Not for writes: giving up on one does not undo it.
 */
export type ApiCall = <Value>(
  request: ApiRequest,
  shape: z.ZodType<Value> | null,
  signal?: AbortSignal,
) => Promise<Result<Value>>;

export function createApiCall(world: FreshBooksWorld): ApiCall {
  const { tokens } = world;

  function send(request: ApiRequest, token: string, signal: AbortSignal | undefined) {
    const { method, body } = request;
    const headers: Record<string, string> = {
      Authorization: `Bearer ${token}`,
      Accept: 'application/json',
      'User-Agent': world.userAgent,
      // FreshBooks asks to leave it out on GETs (freshbooks-api.md §7).
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    };
    const init: RequestInit = {
      method,
      headers,
      // No endpoint redirects; following one would carry the token, or repeat a write, elsewhere.
      redirect: 'error',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    return exchange(method === 'GET' ? world.read : world.write, urlOf(world, request), init, {
      timers: world.timers,
      timeoutMs: world.timeoutMs ?? DEFAULT_TIMEOUT_MS,
      signal,
    });
  }

  return async (request, shape, signal) => {
    const token = await tokens.accessToken(signal);
    if (!token.ok) return token;
    let answer = await send(request, token.value, signal);
    if (isUnauthorized(answer)) {
      // The status alone decides: 401 has at least four bodies (freshbooks-api.md §10, 5). A
      // refused call was not carried out, so repeating even a write once is harmless.
      const renewed = await tokens.renewAfter(token.value, signal);
      if (!renewed.ok) return renewed;
      answer = await send(request, renewed.value, signal);
    }
    if (isUnauthorized(answer)) return failed({ code: 'sign-in-needed', reason: 'session-ended' });
    if (answer.kind !== 'answered') return failed(withoutAnswer(request, answer));
    return judgeAnswer(request, answer, shape, tokens.grantedScopes?.() ?? []);
  };
}

function isUnauthorized(answer: Answer | NoAnswer): boolean {
  return answer.kind === 'answered' && answer.status === 401;
}

function withoutAnswer(request: ApiRequest, { kind }: NoAnswer): TraybooksError {
  if (kind === 'aborted') return { code: 'cancelled', by: 'person' };
  // A read that got lost changed nothing, wherever it got lost.
  if (kind === 'not-sent' || request.method === 'GET') return { code: 'offline' };
  return { code: 'outcome-unknown' };
}

function urlOf(world: FreshBooksWorld, { path, query }: ApiRequest): string {
  const search = new URLSearchParams(query?.map(([key, value]) => [key, value])).toString();
  return `${world.apiBaseUrl}${path}${search && `?${search}`}`;
}
