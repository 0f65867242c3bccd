// The `state` ties an answer to the sign-in that asked for it, so that nobody can slip a person
// the code of another account (RFC 6749 §10.12). It is good for one answer.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { RandomBytes } from './outside-world.ts';

export interface SignInState {
  /** 43 characters, 256 bits. */
  readonly value: string;
  /**
   * Uses the state up when the candidate is right; a wrong one changes nothing.
   * @returns true for the first right candidate only
   */
  accept(candidate: string): boolean;
}

export function createSignInState(randomBytes: RandomBytes): SignInState {
  const value = Buffer.from(randomBytes(32)).toString('base64url');
  let used = false;
  return {
    value,
    accept(candidate) {
      if (!isSame(candidate, value) || used) return false;
      used = true;
      return true;
    },
  };
}

/** Digests are compared, because equal lengths are needed and a length must not leak either. */
function isSame(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
