/**
 * Authorization codes: valid ten minutes, once, for the app, redirect address and verifier they
 * were made for (freshbooks-api.md §1.9 and §11, RFC 7636 §4.6).
 */
import { createHash } from 'node:crypto';
import type { SandboxWorld } from '../sandbox-world.ts';
import type { CodeRecord } from '../state/sandbox-state.ts';
import type { AuthorizeRequest } from './authorize-request.ts';
import { digestOf, randomHex } from './secret-digest.ts';

const lifetimeMs = 10 * 60_000;

export function issueCode(world: SandboxWorld, request: AuthorizeRequest): string {
  const code = randomHex(world.randomBytes, 32);
  const now = world.clock();
  world.state.codes = world.state.codes.filter((known) => known.expiresAtMs > now);
  world.state.codes.push({
    digest: digestOf(code),
    clientId: request.app.clientId,
    redirectUri: request.redirectUri,
    scopes: request.scopes,
    codeChallenge: request.codeChallenge,
    expiresAtMs: now + lifetimeMs,
  });
  return code;
}

/**
 * @returns the code's record when everything fits. The code is spent by any attempt, a wrong one
 *   included: whoever guesses a verifier gets one guess.
 */
export function redeemCode(
  world: SandboxWorld,
  attempt: {
    readonly code: string;
    readonly clientId: string;
    readonly redirectUri: string | undefined;
    readonly verifier: string | undefined;
  },
): CodeRecord | undefined {
  const digest = digestOf(attempt.code);
  const record = world.state.codes.find((known) => known.digest === digest);
  if (!record) return undefined;
  world.state.codes = world.state.codes.filter((known) => known !== record);
  const fits =
    record.expiresAtMs > world.clock() &&
    record.clientId === attempt.clientId &&
    record.redirectUri === attempt.redirectUri &&
    verifierFits(record.codeChallenge, attempt.verifier);
  return fits ? record : undefined;
}

function verifierFits(challenge: string | null, verifier: string | undefined): boolean {
  if (challenge === null) return true;
  if (verifier === undefined) return false;
  return createHash('sha256').update(verifier).digest('base64url') === challenge;
}
