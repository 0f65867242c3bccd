/**
 * How accounting refuses (freshbooks-api.md §3.8): the old style, unless the caller asked for a
 * dated API version, which brings the new one.
 */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

export interface AccountingError {
  readonly errno: number;
  readonly message: string;
  readonly field?: string;
  readonly object?: string;
  readonly value?: string;
}

export function accountingError(
  c: Context,
  status: ContentfulStatusCode,
  error: AccountingError,
): Response {
  const wantsNewStyle = /^\d{4}-\d\d-\d\d$/.test(c.req.header('X-API-VERSION') ?? '');
  return c.json(wantsNewStyle ? newStyle(status, error) : oldStyle(error), status);
}

export function oldStyle(error: AccountingError): object {
  return { response: { errors: [error] } };
}

export function newStyle(status: number, error: AccountingError): object {
  const { errno, ...metadata } = error;
  return {
    code: grpcCodes[status] ?? 2,
    message: `Request failed with status_code: ${status}`,
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: String(errno),
        domain: 'accounting.api.freshbooks.com',
        metadata,
      },
    ],
  };
}

export const notAuthorized: AccountingError = {
  errno: 1003,
  field: 'token',
  object: 'token',
  value: '',
  message:
    'The server could not verify that you are authorized to access the URL requested. You either supplied the wrong credentials or your token has expired.',
};

const grpcCodes: Readonly<Record<number, number>> = { 401: 16, 403: 7, 404: 5, 422: 3 };

/** A missing scope. The body is unconfirmed; freshbooks-api.md §11 chose this one. */
export function accountingScopeMissing(c: Context): Response {
  return accountingError(c, 403, {
    errno: 1003,
    message: 'The token does not have the scope this call needs.',
  });
}

export function accountNotFound(c: Context): Response {
  return c.json({ response: { errors: [{ message: 'Account not found', errno: 404 }] } }, 404);
}

/** For paths this server does not offer: payments, invoice writes, share links. */
export function accountingNotFound(c: Context): Response {
  return accountingError(c, 404, {
    errno: 1012,
    message: 'Requested resource could not be found.',
  });
}
