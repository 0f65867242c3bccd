// Speaks to a port in raw bytes, as hostile programs do and HTTP clients will not.
import { connect, type Socket } from 'node:net';

interface RawConnection {
  readonly socket: Socket;
  /** Everything received until the other side closed; a reset counts as closing. */
  readonly received: Promise<string>;
}

export async function openRawConnection(port: number, host = '127.0.0.1'): Promise<RawConnection> {
  const socket = connect(port, host);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', () => {});
  const received = new Promise<string>((resolve) => {
    socket.once('close', () => resolve(Buffer.concat(chunks).toString('latin1')));
  });
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  return { socket, received };
}

/** @returns the answer to these bytes, once the other side has closed */
export async function sendRaw(
  port: number,
  text: string | Uint8Array,
  host?: string,
): Promise<string> {
  const connection = await openRawConnection(port, host);
  connection.socket.write(text);
  return connection.received;
}
