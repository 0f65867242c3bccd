/**
 * Secrets are kept as SHA-256 digests only, as a real server keeps them: whoever reads the state
 * file learns nothing that signs in.
 */
import { createHash, timingSafeEqual } from 'node:crypto';

/** SHA-256 of the secret's UTF-8 bytes, 64 hexadecimal characters. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex');
}

/** Compares in a time that does not depend on where the two differ. */
export function matchesDigest(secret: string, digest: string): boolean {
  return timingSafeEqual(Buffer.from(digestOf(secret), 'hex'), Buffer.from(digest, 'hex'));
}

/** Random bytes as hexadecimal text, two characters a byte. */
export function randomHex(randomBytes: (size: number) => Uint8Array, bytes: number): string {
  return Buffer.from(randomBytes(bytes)).toString('hex');
}
