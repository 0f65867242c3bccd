// Finds out whether FreshBooks knows a client ID and secret before any browser opens: asks the
// token endpoint to refresh with a token that cannot exist. Doorkeeper, whose words FreshBooks
// uses, looks at the client first: `invalid_client` is about the pair, `invalid_grant` about the
// token only (freshbooks-api.md §1.9). The live order is unconfirmed, so no other answer counts.
import { REDIRECT_URIS } from '../../shared/redirect-uris.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Timers } from '../../shared/timers.ts';
import { startTimeLimit } from './time-limit.ts';
import type { TokenEndpoint } from './token-endpoint.ts';
import type { ClientCredentials } from './token-pair.ts';

/** FreshBooks' are hexadecimal (freshbooks-api.md §1.6); no token can be this, none is spent. */
export const NO_REFRESH_TOKEN = 'traybooks-credentials-check';

/** A person waits for it, and can go on without: shorter than a sign-in's own calls. */
export const CHECK_LIMIT_MS = 10_000;

/**
 * Sends exactly one request and never repeats it.
 * @returns ok: FreshBooks knows the pair; `sign-in-needed` with `invalid-client`: ID or secret is
 *   wrong; every other error: it could not be found out
 */
export async function checkCredentials(
  endpoint: Pick<TokenEndpoint, 'refresh'>,
  timers: Timers,
  credentials: ClientCredentials,
): Promise<Result<undefined>> {
  const limit = startTimeLimit(timers, CHECK_LIMIT_MS);
  const grant = { refreshToken: NO_REFRESH_TOKEN, redirectUri: REDIRECT_URIS[0] ?? '' };
  try {
    const answer = await endpoint.refresh(credentials, grant, limit.signal);
    if (answer.ok) {
      return failed({ code: 'server-trouble', status: 200, detail: 'tokens for no token' });
    }
    const { error } = answer;
    if (error.code === 'sign-in-needed' && error.reason === 'invalid-grant') return ok();
    // Nobody cancels a check: only its own limit ends it early.
    return error.code === 'cancelled' ? failed({ code: 'outcome-unknown' }) : answer;
  } finally {
    limit.end();
  }
}
