// One port speaks TLS and plain HTTP: FreshBooks wants HTTPS redirects, and its own docs tell
// people to edit the address to http:// when the browser balks (freshbooks-api.md §1.4).
import type { Socket } from 'node:net';

/** RFC 8446 §5.1: a TLS connection opens with a handshake record. No HTTP method does. */
const TLS_HANDSHAKE = 0x16;

/**
 * Looks at the first byte and puts it back.
 * @param route called once, with the socket paused; not at all when it closes without a byte
 */
export function routeByFirstByte(socket: Socket, route: (protocol: 'tls' | 'http') => void): void {
  socket.once('data', (chunk) => {
    socket.pause();
    socket.unshift(chunk);
    route(chunk[0] === TLS_HANDSHAKE ? 'tls' : 'http');
  });
}
