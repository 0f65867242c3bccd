// The four ways to the listener: plain and inside TLS, on both loopback addresses.
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from 'node:tls';
import { sendRaw } from '../../support/raw-connection.ts';
import type { RawReply } from './came-back.ts';

export interface Way {
  readonly name: string;
  readonly send: (port: number, bytes: string | Uint8Array) => Promise<RawReply>;
}

export const WAYS: readonly Way[] = ['127.0.0.1', '::1'].flatMap((host) => [
  { name: `plain on ${host}`, send: (port, bytes) => sendRaw(port, bytes, host) },
  { name: `TLS on ${host}`, send: (port, bytes) => sendInTls(port, bytes, host) },
]);

/** What a person clicks through once; these connections are nobody's proof of trust. */
const TRUSTING: ConnectionOptions = { rejectUnauthorized: false };

async function sendInTls(port: number, bytes: string | Uint8Array, host: string) {
  const { socket, received } = openTls(port, { host });
  socket.write(bytes);
  return received;
}

interface TlsConnection {
  readonly socket: TLSSocket;
  /** What was received until the other side closed, or the code of the error that ended it. */
  readonly received: Promise<RawReply>;
  /** The same, but for the error: null where it closed without one. */
  readonly failed: Promise<string | null>;
}

export function openTls(port: number, options: ConnectionOptions = {}): TlsConnection {
  const socket = connectTls({ host: '127.0.0.1', port, ...TRUSTING, ...options });
  const chunks: Buffer[] = [];
  let error: string | null = null;
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', (thrown: NodeJS.ErrnoException) => {
    error = thrown.code ?? thrown.message;
  });
  const closed = new Promise<void>((done) => socket.once('close', () => done()));
  return {
    socket,
    received: closed.then(() => Buffer.concat(chunks).toString('latin1')),
    failed: closed.then(() => error),
  };
}

/** @returns whether anyone takes a connection there */
export async function isAnybodyListening(port: number): Promise<boolean> {
  const { socket, received } = openTls(port, { host: '127.0.0.1' });
  const isThere = await Promise.race([
    new Promise<true>((yes) => socket.once('connect', () => yes(true))),
    received.then(() => false),
  ]);
  socket.destroy();
  return isThere;
}
