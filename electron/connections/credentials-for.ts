// By which FreshBooks app a sign-in goes: the one just typed in, the one in the keychain, or one
// of the sample data's own.
import type { SignInRequest } from '../../shared/connections.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Timers } from '../../shared/timers.ts';
import { checkCredentials } from '../auth/credentials-check.ts';
import type { TokenEndpoint } from '../auth/token-endpoint.ts';
import type { ClientCredentials } from '../auth/token-pair.ts';
import type { TokenVault } from '../auth/token-vault.ts';
import type { SampleData } from './sample-data.ts';

export interface CredentialsSources {
  readonly vault: TokenVault;
  readonly sampleData: SampleData;
  readonly timers: Timers;
  /** The person chose to keep secrets in memory from now on. */
  readonly untilQuit: boolean;
}

/**
 * @returns `keychain-unavailable` when it cannot be asked; `sign-in-needed` with
 *   `never-signed-in` when it does not have them any more, so that they must be typed again
 */
export async function credentialsFor(
  { vault, sampleData, timers, untilQuit }: CredentialsSources,
  request: SignInRequest,
  endpoint: TokenEndpoint,
): Promise<Result<ClientCredentials>> {
  if ('credentials' in request) return ok(request.credentials);
  if (!('asConnection' in request)) return ok(await sampleData.registerApp());
  const stored = await vault.read(request.asConnection);
  const credentials = stored.ok ? stored.value?.credentials : undefined;
  if (request.source === 'sandbox') {
    // The sample data may have been started afresh since, and then knows no earlier app.
    const isKnown = credentials && (await checkCredentials(endpoint, timers, credentials)).ok;
    return ok(isKnown ? credentials : await sampleData.registerApp());
  }
  if (credentials) return ok(credentials);
  // Who goes on without the keychain must not be sent back to it.
  if (!stored.ok && !untilQuit) return stored;
  return failed({ code: 'sign-in-needed', reason: 'never-signed-in' });
}
