// Those who open a connection and hold it: each is dropped after fifteen seconds, busy or not.
import { once } from 'node:events';
import { settle } from '../../../support/manual-clock.ts';
import { openRawConnection } from '../../../support/raw-connection.ts';
import { cameBack } from '../came-back.ts';
import { hasBeenHeard } from '../hearing.ts';
import type { HostileCase, Target } from '../hostile-case.ts';
import { request } from '../request-text.ts';
import { openTls } from '../ways.ts';

/** A connection's whole life, whatever it says. */
const LIFE_MS = 15_000;

/** @returns what the stranger got from first to last, once time has run out */
async function holds(it: Target, bytes: string | Uint8Array): Promise<unknown> {
  const { socket, received } = await openRawConnection(it.port);
  socket.write(bytes);
  await hasBeenHeard(it);
  if (socket.destroyed) return 'closed before its time';
  it.pass(LIFE_MS);
  return cameBack(await received, it);
}

export const SILENT_CONNECTIONS: readonly HostileCase[] = [
  {
    sentence: 'A connection that says nothing.',
    does: async (it) => [await holds(it, '')],
    comesBack: 'nothing',
  },
  {
    sentence: 'Half a request.',
    does: async (it) => [await holds(it, request(it).slice(0, -20))],
    comesBack: 'nothing',
  },
  {
    sentence: 'A whole request but for its last line break.',
    does: async (it) => [await holds(it, request(it).slice(0, -1))],
    comesBack: 'nothing',
  },
  {
    sentence: 'Headers that come a byte a second (slow loris).',
    does: async (it) => {
      const { socket, received } = await openRawConnection(it.port);
      for (const byte of Buffer.from(request(it)).subarray(0, LIFE_MS / 1_000)) {
        socket.write(Uint8Array.of(byte));
        await settle();
        it.pass(1_000);
      }
      return [cameBack(await received, it)];
    },
    comesBack: 'nothing',
  },
  {
    sentence: 'The first byte of TLS, and no second.',
    does: async (it) => [await holds(it, Uint8Array.of(0x16))],
    comesBack: 'nothing',
  },
  {
    sentence: 'Half a TLS greeting.',
    does: async (it) => [await holds(it, Uint8Array.of(0x16, 3, 1, 0, 200, 1, 0, 0, 196, 3, 3))],
    comesBack: 'nothing',
  },
  {
    sentence: 'A finished TLS handshake, and then nothing.',
    does: async (it) => {
      const { socket, received } = openTls(it.port);
      await once(socket, 'secureConnect');
      await hasBeenHeard(it);
      it.pass(LIFE_MS);
      return [cameBack(await received, it)];
    },
    comesBack: 'nothing',
  },
  {
    sentence: 'A connection closed for writing at once (half open).',
    does: async (it) => {
      const { socket, received } = await openRawConnection(it.port);
      socket.end();
      return [cameBack(await received, it)];
    },
    comesBack: 'nothing',
  },
  {
    sentence: 'A connection closed for writing in the middle of a request (half open).',
    does: async (it) => {
      const { socket, received } = await openRawConnection(it.port);
      socket.end(request(it).slice(0, -20));
      return [cameBack(await received, it)];
    },
    comesBack: ['nothing', 400],
  },
  {
    sentence: 'A client that vanishes in the middle of a request (a reset).',
    does: async (it) => {
      const { socket, received } = await openRawConnection(it.port);
      socket.write(request(it).slice(0, -20));
      await hasBeenHeard(it);
      socket.resetAndDestroy();
      return [cameBack(await received, it)];
    },
    comesBack: 'nothing',
  },
  {
    sentence: 'A client that vanishes at the first byte of TLS (a reset).',
    does: async (it) => {
      const { socket, received } = await openRawConnection(it.port);
      socket.write(Uint8Array.of(0x16), () => socket.resetAndDestroy());
      return [cameBack(await received, it)];
    },
    comesBack: 'nothing',
  },
];
