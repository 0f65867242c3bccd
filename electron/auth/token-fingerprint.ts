// Tells one refresh token from another without keeping either.
import { createHash } from 'node:crypto';

/** 64 bits: enough to tell two tokens apart, too little to search 256 random bits by. */
const HEX_DIGITS = 16;

export function tokenFingerprint(token: string): string {
  return createHash('sha256').update(token).digest('hex').slice(0, HEX_DIGITS);
}
