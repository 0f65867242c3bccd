import { createServer } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkFailure } from '../../../shared/network-failure.ts';

/** What Node's `fetch` rejects with. */
function nodeFetchError(cause: unknown): TypeError {
  return new TypeError('fetch failed', { cause });
}

function systemError(code: string, syscall?: string): Error {
  return Object.assign(new Error(`${syscall ?? 'socket'} ${code}`), {
    code,
    ...(syscall ? { syscall } : {}),
  });
}

/** A port of loopback that was just free. */
async function addressNobodyListensOn(): Promise<string> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (typeof address !== 'object' || address === null) throw new Error('no port was given');
  return `http://127.0.0.1:${address.port}/`;
}

describe('a request that never left this computer', () => {
  it.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ENETUNREACH',
    'EHOSTUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'CERT_HAS_EXPIRED',
  ])('is recognised from Node’s %s', (code) => {
    expect(networkFailure(nodeFetchError(systemError(code)))).toBe('not-sent');
  });

  it('is recognised from a time-out while connecting', () => {
    expect(networkFailure(nodeFetchError(systemError('ETIMEDOUT', 'connect')))).toBe('not-sent');
  });

  it('is recognised when every address of the host refused', () => {
    const attempts = [systemError('ECONNREFUSED', 'connect'), systemError('ECONNREFUSED')];
    const cause = Object.assign(new AggregateError(attempts, ''), { code: 'ECONNREFUSED' });
    expect(networkFailure(nodeFetchError(cause))).toBe('not-sent');
  });

  it.each([
    'net::ERR_INTERNET_DISCONNECTED',
    'net::ERR_CONNECTION_REFUSED',
    'net::ERR_CONNECTION_TIMED_OUT',
    'net::ERR_NAME_NOT_RESOLVED',
    'net::ERR_ADDRESS_UNREACHABLE',
    'net::ERR_CONNECTION_FAILED',
    'net::ERR_DNS_TIMED_OUT',
    'net::ERR_PROXY_CONNECTION_FAILED',
    'net::ERR_TUNNEL_CONNECTION_FAILED',
    'net::ERR_CERT_AUTHORITY_INVALID',
    'net::ERR_CERT_DATE_INVALID',
    'net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
    'net::ERR_BLOCKED_BY_ADMINISTRATOR',
  ])('is recognised from Chromium’s %s', (message) => {
    expect(networkFailure(new Error(message))).toBe('not-sent');
  });

  it('is recognised by a real refused connection', async () => {
    const address = await addressNobodyListensOn();
    const error: unknown = await fetch(address).catch((reason: unknown) => reason);
    expect(networkFailure(error)).toBe('not-sent');
  });
});

describe('a request that may have been carried out', () => {
  it.each(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT'])(
    'stays unknown after Node’s %s',
    (code) => {
      expect(networkFailure(nodeFetchError(systemError(code)))).toBe('unknown');
    },
  );

  it('stays unknown after a time-out while reading', () => {
    expect(networkFailure(nodeFetchError(systemError('ETIMEDOUT', 'read')))).toBe('unknown');
  });

  it.each(['EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN'])(
    'stays unknown when %s comes from a connection that stood',
    (code) => {
      expect(networkFailure(nodeFetchError(systemError(code, 'read')))).toBe('unknown');
      expect(networkFailure(nodeFetchError(systemError(code, 'write')))).toBe('unknown');
    },
  );

  it('stays unknown when one attempt got further than the others', () => {
    const attempts = [systemError('ECONNREFUSED', 'connect'), systemError('ECONNRESET', 'read')];
    const cause = Object.assign(new AggregateError(attempts, ''), { code: 'ECONNREFUSED' });
    expect(networkFailure(nodeFetchError(cause))).toBe('unknown');
  });

  it.each([
    'net::ERR_CONNECTION_RESET',
    'net::ERR_CONNECTION_CLOSED',
    'net::ERR_EMPTY_RESPONSE',
    'net::ERR_TIMED_OUT',
    'net::ERR_CONNECTION_ABORTED',
    'net::ERR_SOCKET_NOT_CONNECTED',
    'net::ERR_NETWORK_CHANGED',
    'net::ERR_NETWORK_IO_SUSPENDED',
    'net::ERR_SSL_PROTOCOL_ERROR',
    'net::ERR_BAD_SSL_CLIENT_AUTH_CERT',
    'net::ERR_HTTP2_PROTOCOL_ERROR',
    'net::ERR_HTTP2_PING_FAILED',
    'net::ERR_QUIC_PROTOCOL_ERROR',
    'net::ERR_INCOMPLETE_CHUNKED_ENCODING',
    'net::ERR_FAILED',
    'net::ERR_A_NAME_OF_TOMORROW',
  ])('stays unknown after Chromium’s %s', (message) => {
    expect(networkFailure(new Error(message))).toBe('unknown');
  });

  it('stays unknown when our own time limit ended it', () => {
    expect(networkFailure(new DOMException('too slow', 'TimeoutError'))).toBe('unknown');
  });

  it('stays unknown for anything else that is thrown, and never throws itself', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (thrown) => {
        expect(['unknown', 'not-sent', 'aborted']).toContain(networkFailure(thrown));
      }),
    );
    expect(networkFailure(undefined)).toBe('unknown');
    expect(networkFailure('ECONNREFUSED')).toBe('unknown');
  });

  it('stays unknown when causes go round in a circle', () => {
    const error = new Error('round and round');
    error.cause = error;
    expect(networkFailure(error)).toBe('unknown');
  });
});

describe('a request the caller gave up', () => {
  it('is told apart from trouble', () => {
    expect(networkFailure(new DOMException('aborted', 'AbortError'))).toBe('aborted');
    expect(networkFailure(new Error('net::ERR_ABORTED'))).toBe('aborted');
  });

  it('is recognised from a real aborted fetch', async () => {
    const error: unknown = await fetch('http://localhost:47999/', {
      signal: AbortSignal.abort(),
    }).catch((reason: unknown) => reason);
    expect(networkFailure(error)).toBe('aborted');
  });
});
