// What the stand-in for the main process answers when a test says nothing else.
import type { ConnectionDetails, ServiceCheck } from '../../../shared/connection-details.ts';
import type { CommandName } from '../../../shared/ipc.ts';
import { SCOPES } from '../../../shared/scopes.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** @param nowMs milliseconds since the epoch */
export function sampleDetails(nowMs: number): ConnectionDetails {
  return {
    grantedScopes: SCOPES,
    missingScopes: [],
    accessEndsAtMs: nowMs + 11 * HOUR_MS + 12.5 * MINUTE_MS,
    renewsAtMs: nowMs + 7 * HOUR_MS + 12.5 * MINUTE_MS,
    lastRenewal: { atMs: nowMs - 47 * MINUTE_MS, error: null },
    redirectUri: 'https://localhost:47821/callback',
    keychain: { name: 'GNOME Keyring', kept: 'for-good' },
  };
}

export const SAMPLE_CHECKS: readonly ServiceCheck[] = [
  { service: 'Who you are', tookMs: 184, error: null },
  { service: 'Invoices', tookMs: 231, error: null },
  { service: 'Clients', tookMs: 96, error: null },
  { service: 'Projects', tookMs: 1312, error: null },
  { service: 'Services', tookMs: 88, error: null },
  { service: 'Time entries', tookMs: 140, error: null },
];

/** Every other command answers that it is done, without a value. */
export function sampleAnswers(nowMs: number): Partial<Record<CommandName, unknown>> {
  const signedOut = { revoked: true, accessEndsAtMs: null };
  return {
    'time.log': { key: 'entry-1' },
    'timer.resume': { isNew: false },
    'connection.details': sampleDetails(nowMs),
    'connection.test': SAMPLE_CHECKS,
    'connection.sign-out': signedOut,
    'sign-in.undo': signedOut,
  };
}
