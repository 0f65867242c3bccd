// Handshakes that fail. The first of every browser does: the person has not yet clicked through.
import { connect } from 'node:tls';
import { sendRaw } from '../../../support/raw-connection.ts';
import type { HostileCase, Target } from '../hostile-case.ts';
import { openTls } from '../ways.ts';

/** Bytes sent as they are, outside TLS. @returns what came back, cut down to what it is */
async function rawRecords(it: Target, bytes: Uint8Array): Promise<string> {
  const reply = await sendRaw(it.port, bytes);
  // RFC 8446 §6: an alert is a record of type 21; type 22 would be a server going on with it.
  if (reply.charCodeAt(0) === 0x15) return 'a TLS alert';
  return reply === '' ? 'nothing' : `a reply of ${reply.length} bytes`;
}

/** @returns `a TLS alert` where the listener refused the handshake, otherwise what happened */
async function handshake(it: Target, options: Parameters<typeof openTls>[1]): Promise<string> {
  const { failed } = openTls(it.port, options);
  const error = await failed;
  return error?.includes('ALERT') ? 'a TLS alert' : `${error}`;
}

const OLD_CIPHERS = 'DEFAULT@SECLEVEL=0';

export const BROKEN_TLS: readonly HostileCase[] = [
  {
    sentence: 'A client that does not trust the certificate, as every browser at first.',
    does: async (it) => {
      const distrustful = connect({ host: '127.0.0.1', port: it.port, servername: 'localhost' });
      const error = await new Promise<NodeJS.ErrnoException>((failed) =>
        distrustful.once('error', failed),
      );
      return [error.code === 'DEPTH_ZERO_SELF_SIGNED_CERT' ? 'nothing' : error.code];
    },
    comesBack: 'nothing',
  },
  {
    sentence: 'TLS 1.0 and TLS 1.1.',
    does: async (it) => [
      await handshake(it, { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: OLD_CIPHERS }),
      await handshake(it, { minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: OLD_CIPHERS }),
    ],
    comesBack: 'a TLS alert',
  },
  {
    sentence: 'A cipher for another kind of certificate.',
    does: async (it) => [
      await handshake(it, { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES128-GCM-SHA256' }),
    ],
    comesBack: 'a TLS alert',
  },
  {
    sentence: 'A client that speaks HTTP/2 only.',
    does: async (it) => [await handshake(it, { ALPNProtocols: ['h2'] })],
    comesBack: 'a TLS alert',
  },
  {
    sentence: 'A TLS record full of garbage.',
    does: async (it) => [
      await rawRecords(it, Buffer.concat([Buffer.from([0x16, 3, 1, 2, 0]), Buffer.alloc(512, 7)])),
    ],
    comesBack: 'a TLS alert',
  },
  {
    sentence: 'A TLS record longer than any may be.',
    does: async (it) => [
      await rawRecords(
        it,
        Buffer.concat([Buffer.from([0x16, 3, 1, 0xff, 0xff]), Buffer.alloc(65_535)]),
      ),
    ],
    comesBack: 'a TLS alert',
  },
  {
    sentence: 'A handshake of no known version.',
    does: async (it) => [await rawRecords(it, Buffer.from([0x16, 9, 9, 0, 4, 1, 0, 0, 0]))],
    comesBack: ['a TLS alert', 'nothing'],
  },
  {
    sentence: 'The right answer in plain text behind the first byte of TLS.',
    does: async (it) => [
      await rawRecords(
        it,
        Buffer.from(`\x16GET ${it.answer} HTTP/1.1\r\nHost: localhost:${it.port}\r\n\r\n`),
      ),
    ],
    comesBack: ['a TLS alert', 'nothing'],
  },
  {
    sentence: 'A TLS alert out of nowhere.',
    sends: () => Buffer.from([0x15, 3, 1, 0, 2, 1, 0]),
    comesBack: 400,
  },
];
