// Secrets that give themselves away. FreshBooks' dice are loaded: whatever it throws (a client
// secret, a code, a token) has the same twelve bytes in it again and again, so that any piece of
// any secret, of tokens long spent too, is found by looking for those.
import { createHash, createPrivateKey, randomBytes } from 'node:crypto';
import { insideBase64, type Needle, needlesOf } from './encodings.ts';

const MARK_BYTES = 12;
const BETWEEN_BYTES = 4;

export interface Canaries {
  /** For the sandbox. The first app's client id is left unmarked: it is no secret. */
  readonly randomBytes: (size: number) => Uint8Array;
  /** How many secrets were thrown. */
  readonly thrown: () => number;
  /** A secret that a person types and FreshBooks has never seen, with letters that get escaped. */
  readonly typed: string;
  readonly needles: () => readonly Needle[];
  /** @param pem private key of the loopback certificate */
  readonly addKey: (pem: string) => void;
  /** Secrets of the sample data, whose dice are its own. */
  readonly add: (secrets: readonly string[]) => void;
}

export function makeCanaries(seed: number): Canaries {
  const mark = createHash('sha256').update(`mark ${seed}`).digest().subarray(0, MARK_BYTES);
  const typed = `not "the" secret & ${mark.toString('hex').slice(0, 10)}/+é=`;
  let needles = [
    // A token may be decoded, too.
    ...needlesOf('the bytes of a secret', mark),
    ...needlesOf('a secret', mark.toString('hex')),
    ...insideBase64(mark).flatMap((inside) => needlesOf('a token', inside)),
    ...needlesOf('what was typed', typed),
  ];
  let ids = 0;
  let thrown = 0;
  return {
    typed,
    thrown: () => thrown,
    needles: () => needles,
    randomBytes(size) {
      if (size < MARK_BYTES + BETWEEN_BYTES) return randomBytes(size);
      ids += 1;
      if (ids === 1) return randomBytes(size);
      thrown += 1;
      const link = () => Buffer.concat([mark, randomBytes(BETWEEN_BYTES)]);
      const links = Array.from({ length: Math.ceil(size / (MARK_BYTES + BETWEEN_BYTES)) }, link);
      return new Uint8Array(Buffer.concat(links).subarray(0, size));
    },
    add(secrets) {
      // The end of each: the beginning of a token says only what kind it is.
      const ends = secrets.map((secret) => secret.slice(-30));
      needles = [...needles, ...ends.flatMap((end) => needlesOf('of the sample data', end))];
    },
    addKey(pem) {
      const { d = '' } = createPrivateKey(pem).export({ format: 'jwk' });
      // The first line of the text has the beginning of the number in it, the rest is public.
      const [, firstLine = ''] = pem.trim().split(/\r?\n/);
      needles = [
        ...needles,
        ...needlesOf('the certificate key', Buffer.from(d, 'base64url')),
        ...needlesOf('the certificate key’s text', firstLine),
      ];
    },
  };
}
