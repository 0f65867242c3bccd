/**
 * Refusals and breakdowns in the shapes they were recorded in; the sandbox does not do the work.
 */
import {
  type AccountingError,
  newStyle,
  notAuthorized,
  oldStyle,
} from '../accounting/accounting-errors.ts';
import { unauthenticatedBody } from '../oauth/bearer.ts';
import type { FaultOutcome } from './exchange.ts';

/** A gateway's page; JSON was expected. */
export const htmlBadGateway: FaultOutcome = async () =>
  new Response(
    '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>\r\n',
    { status: 502, headers: { 'Content-Type': 'text/html' } },
  );

export const serverError: FaultOutcome = async ({ family }) =>
  Response.json(
    family === 'accounting'
      ? oldStyle({ errno: 500, message: 'An unexpected error has occurred.' })
      : { message: 'An unexpected error has occurred.' },
    { status: 500 },
  );

const unauthenticatedShapes = {
  /** Every service, seen live in 2026. */
  current: unauthenticatedBody,
  'accounting-old': oldStyle(notAuthorized),
  'accounting-dated': newStyle(401, notAuthorized),
  message: { message: notAuthorized.message },
  'invalid-token': {
    message: 'invalid_token: The request token failed to authenticate or validate.',
  },
} as const;

export type UnauthenticatedShape = keyof typeof unauthenticatedShapes;

/** 401 in one of the recorded shapes (freshbooks-api.md §3.8, §4). */
export function unauthenticated(shape: UnauthenticatedShape): FaultOutcome {
  return async () => Response.json(unauthenticatedShapes[shape], { status: 401 });
}

const scopeText = 'The token does not have the scope this call needs.';

export const scopeMissing: FaultOutcome = async ({ family }) =>
  Response.json(
    family === 'accounting'
      ? oldStyle({ errno: 1003, message: scopeText })
      : { message: scopeText },
    { status: 403 },
  );

export const notFound: FaultOutcome = async ({ family }) =>
  Response.json(
    family === 'accounting'
      ? oldStyle({ errno: 1012, message: 'Resource not found.' })
      : { error: 'Requested resource could not be found.' },
    { status: 404 },
  );

/** 422. @param fields each refused field with its reason */
export function fieldsRefused(fields: Readonly<Record<string, string>>): FaultOutcome {
  return async ({ family }) => {
    if (family !== 'accounting') {
      return Response.json({ errno: 2001, error: fields }, { status: 422 });
    }
    const errors: AccountingError[] = Object.entries(fields).map(([field, message]) => ({
      errno: 1004,
      field,
      message,
    }));
    return Response.json({ response: { errors } }, { status: 422 });
  };
}

/** 429 whose body is no JSON. @param retryAfterSeconds omitted: no Retry-After header */
export function rateLimited(retryAfterSeconds?: number): FaultOutcome {
  const headers = new Headers({ 'Content-Type': 'text/plain' });
  if (retryAfterSeconds !== undefined) headers.set('Retry-After', String(retryAfterSeconds));
  return async () => new Response('Too many requests\n', { status: 429, headers });
}
