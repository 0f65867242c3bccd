// The two servers behind the one port. Neither listens: connections are handed to them once
// their first byte has told which is meant.
import {
  createServer as createHttpServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import type { CertificateSource } from './tls-certificate.ts';

export interface ProtocolServers {
  /** @param socket paused, its first bytes put back */
  http(socket: Socket): void;
  tls(socket: Socket): void;
}

/**
 * Node answers longer headers with 431. Ours need 2 kB; the rest is for the cookies that other
 * programs on `localhost` have set, because a browser sends them whatever the port. There is no
 * limit on time here, because servers that do not listen keep none: the connection's whole life
 * is limited instead.
 */
const LIMITS = { maxHeaderSize: 16 * 1024 };

export function createProtocolServers(
  certificate: CertificateSource,
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
): ProtocolServers {
  const httpServer = judgingExpectations(createHttpServer(LIMITS, onRequest));
  let httpsServer: Promise<HttpsServer | null> | null = null;

  async function makeHttpsServer(): Promise<HttpsServer | null> {
    const made = await certificate();
    if (!made.ok) return null;
    const options = { ...LIMITS, ...made.value, minVersion: 'TLSv1.2' } as const;
    return judgingExpectations(createHttpsServer(options, onRequest));
  }

  /** Node would answer an `Expect` header by itself, and leave the connection open. */
  function judgingExpectations<S extends HttpServer | HttpsServer>(server: S): S {
    server.on('checkContinue', onRequest);
    server.on('checkExpectation', onRequest);
    return server;
  }

  return {
    http(socket) {
      httpServer.emit('connection', socket);
      socket.resume();
    },
    tls(socket) {
      httpsServer ??= makeHttpsServer();
      httpsServer.then(
        (server) => {
          // It may have hung up meanwhile; a handshake would wait for a socket that is gone.
          if (socket.destroyed) return;
          if (server) server.emit('connection', socket);
          else socket.destroy();
        },
        (error: Error) => socket.destroy(error),
      );
    },
  };
}
