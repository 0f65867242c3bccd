// Waits on loopback for the browser to bring FreshBooks' answer (RFC 8252 §7.3). It exists only
// while a sign-in is under way. Whatever is not the answer gets a plain refusal, and the
// listener keeps waiting: a stranger must be able neither to end a sign-in nor to win it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { redirectUri } from '../../shared/redirect-uris.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Timers } from '../../shared/timers.ts';
import {
  type CallbackPage,
  CODE_RECEIVED_PAGE,
  PLAIN_REFUSAL,
  REFUSAL_RECEIVED_PAGE,
} from './callback-pages.ts';
import { judgeCallback } from './callback-request.ts';
import { routeByFirstByte } from './first-byte.ts';
import { createLiveConnections } from './live-connections.ts';
import { bindFirstFreePort } from './loopback-ports.ts';
import { createProtocolServers } from './protocol-servers.ts';
import type { ProviderAnswer } from './provider-answer.ts';
import type { SignInState } from './sign-in-state.ts';
import type { CertificateSource } from './tls-certificate.ts';

export interface ListenerParts {
  /** Of the redirect URI; the port answers both in any case. */
  readonly scheme: 'https' | 'http';
  /** Tried in order, e.g. LOOPBACK_PORTS. */
  readonly ports: readonly number[];
  readonly state: SignInState;
  readonly certificate: CertificateSource;
  readonly timers: Timers;
  /** Called once at most: the state is good for one answer. */
  readonly onAnswer: (answer: ProviderAnswer) => void;
}

export interface LoopbackListener {
  readonly redirectUri: string;
  /** Resolves when the port is free and every connection closed. May be called again. */
  close(): Promise<void>;
}

/**
 * @returns `port-in-use` when no port is free; `keychain-unavailable` when HTTPS is wanted and
 *   the certificate's key cannot be kept
 */
export async function openLoopbackListener(
  parts: ListenerParts,
): Promise<Result<LoopbackListener>> {
  // Making a key takes a moment, which sample data, all in plain HTTP, never needs to spend.
  let { certificate } = parts;
  if (parts.scheme === 'https') {
    const made = await certificate();
    if (!made.ok) return made;
    // Kept from here on: the keychain may lock while the person is in the browser.
    certificate = async () => made;
  }

  const connections = createLiveConnections(parts.timers);
  let port = 0;
  let answered: Socket | null = null;
  const asked = new WeakSet<Socket>();

  function judge(request: IncomingMessage, response: ServerResponse): void {
    // Every answer closes its connection, so what was sent behind the first request, in one go
    // with it, is not read (RFC 9112 §9.6). Node would hand it on.
    if (asked.has(request.socket)) return;
    asked.add(request.socket);
    const verdict = judgeCallback(
      { method: request.method ?? '', target: request.url ?? '', rawHeaders: request.rawHeaders },
      port,
    );
    if (verdict.kind === 'refused') {
      send(response, verdict.status, PLAIN_REFUSAL);
      return;
    }
    if (!parts.state.accept(verdict.state)) {
      send(response, 403, PLAIN_REFUSAL);
      return;
    }
    answered = request.socket;
    const { answer } = verdict;
    send(response, 200, answer.kind === 'code' ? CODE_RECEIVED_PAGE : REFUSAL_RECEIVED_PAGE);
    parts.onAnswer(answer);
  }

  const servers = createProtocolServers(certificate, judge);
  const bound = await bindFirstFreePort(parts.ports, (socket) => {
    connections.add(socket);
    routeByFirstByte(socket, (protocol) => servers[protocol](socket));
  });
  if (!bound.ok) return bound;
  port = bound.value.port;

  let closing: Promise<void> | null = null;
  return ok({
    redirectUri: redirectUri(parts.scheme, port),
    close() {
      closing ??= Promise.all([bound.value.release(), connections.end(answered)]).then(() => {});
      return closing;
    },
  });
}

function send(response: ServerResponse, status: number, page: CallbackPage): void {
  response.writeHead(status, page.headers).end(page.body);
}
