// A request without an answer either never left this computer, so that sending it again is
// harmless, or may have been carried out. Node and Chromium say which in words of their own.

/** Node, undici and OpenSSL: no connection came about, so no request byte was sent. */
const NO_CONNECTION_CODES = new Set([
  'NEVER_SENT',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'ENETDOWN',
  'ENETUNREACH',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_HANDSHAKE_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Errors of these system calls come before a request: the name look-up and the connection. */
const SYSTEM_CALLS_BEFORE_SENDING = new Set(['getaddrinfo', 'connect']);
/** And of these after the connection stood, whatever the code: a router may report late. */
const SYSTEM_CALLS_OF_SENDING = new Set(['read', 'write', 'shutdown']);

/**
 * Chromium's names for the same (net/base/net_error_list.h), each a stage before the request.
 *
 * INTERNET_DISCONNECTED and ADDRESS_UNREACHABLE stand for ENETUNREACH and EHOSTUNREACH, which an
 * open connection survives far longer than any time limit of ours. CONNECTION_TIMED_OUT is about
 * making a connection; a silent server on an open one is TIMED_OUT.
 *
 * Left out on purpose, because they also end requests already sent: NETWORK_CHANGED (the computer
 * changed networks), NETWORK_IO_SUSPENDED (it fell asleep), CONNECTION_RESET, _CLOSED and _ABORTED,
 * SOCKET_NOT_CONNECTED, TIMED_OUT, EMPTY_RESPONSE, everything of HTTP2 and QUIC, and
 * SSL_PROTOCOL_ERROR with the client certificate's errors, which TLS 1.3 tells after the handshake.
 */
const BEFORE_SENDING = new Set([
  'INTERNET_DISCONNECTED',
  'ADDRESS_UNREACHABLE',
  'ADDRESS_INVALID',
  'CONNECTION_REFUSED',
  'CONNECTION_FAILED',
  'CONNECTION_TIMED_OUT',
  'NETWORK_ACCESS_DENIED',
  'BLOCKED_BY_ADMINISTRATOR',
  'TEMPORARILY_THROTTLED',
  'NAME_NOT_RESOLVED',
  'NAME_RESOLUTION_FAILED',
  'ICANN_NAME_COLLISION',
  'HOST_RESOLVER_QUEUE_TOO_LARGE',
  'PAC_SCRIPT_FAILED',
  'MANDATORY_PROXY_CONFIGURATION_FAILED',
  'NO_SUPPORTED_PROXIES',
  'PROXY_CONNECTION_FAILED',
  'PROXY_CERTIFICATE_INVALID',
  'TUNNEL_CONNECTION_FAILED',
  'SOCKS_CONNECTION_FAILED',
  'SOCKS_CONNECTION_HOST_UNREACHABLE',
  'SSL_VERSION_OR_CIPHER_MISMATCH',
]);

/** Whole families: the name look-up, and the server's certificate, judged during the handshake. */
const FAMILIES_BEFORE_SENDING = /^(?:DNS|CERT)_/;

/** For senders of ours: the request was given up before its turn to be sent came. */
export class NeverSentError extends Error {
  readonly code = 'NEVER_SENT';
}

/** An error wrapped deeper than this is somebody's loop, not a cause. */
const DEEPEST_CAUSE = 5;

/**
 * Judges what `fetch` rejected with: Node's (`cause.code`) or Chromium's (`net::ERR_…`).
 *
 * It judges the last attempt only. Chromium repeats a request by itself when a kept-alive
 * connection drops, so `not-sent` can be trusted there only for requests sent on a fresh one.
 * @returns `not-sent` when nothing can have reached the server; `aborted` when the caller's
 *   signal ended it (a time limit of our own is not that: it is `unknown`, the request may have
 *   arrived); `unknown` in every other case, strange values included.
 */
export function networkFailure(error: unknown): 'not-sent' | 'unknown' | 'aborted' {
  return judge(error, 0) ?? 'unknown';
}

function judge(error: unknown, depth: number): 'not-sent' | 'unknown' | 'aborted' | null {
  if (typeof error !== 'object' || error === null || depth > DEEPEST_CAUSE) return null;
  const name = textMember(error, 'name');
  if (name === 'AbortError') return 'aborted';
  if (name === 'TimeoutError') return 'unknown';

  const message = textMember(error, 'message');
  if (message.includes('net::ERR_ABORTED')) return 'aborted';
  const netError = /net::ERR_([A-Z\d_]+)/.exec(message)?.[1];
  if (netError) return isBeforeSending(netError) ? 'not-sent' : 'unknown';

  // With several addresses to try, Node reports each attempt; one that got further decides.
  const attempts = member(error, 'errors');
  if (Array.isArray(attempts) && attempts.length > 0) {
    const judged = attempts.map((attempt) => judge(attempt, depth + 1));
    return judged.every((one) => one === 'not-sent') ? 'not-sent' : 'unknown';
  }

  const systemCall = textMember(error, 'syscall');
  if (SYSTEM_CALLS_OF_SENDING.has(systemCall)) return 'unknown';
  if (NO_CONNECTION_CODES.has(textMember(error, 'code'))) return 'not-sent';
  if (SYSTEM_CALLS_BEFORE_SENDING.has(systemCall)) return 'not-sent';
  return judge(member(error, 'cause'), depth + 1);
}

function isBeforeSending(netError: string): boolean {
  return BEFORE_SENDING.has(netError) || FAMILIES_BEFORE_SENDING.test(netError);
}

function textMember(of: object, name: string): string {
  const value = member(of, name);
  return typeof value === 'string' ? value : '';
}

function member(of: object, name: string): unknown {
  return (of as Readonly<Record<string, unknown>>)[name];
}
