// Which FreshBooks a login belongs to: the real one, the one the overrides name, or the embedded
// one with the sample data, which starts when it is first needed.
import { ok, type Result } from '../../shared/result.ts';
import type { ConnectionSource } from '../../shared/snapshot.ts';
import { freshBooksEndpoints } from '../auth/endpoints.ts';
import { createTokenEndpoint } from '../auth/token-endpoint.ts';
import type { ConnectionsWorld } from './connections-world.ts';
import type { Peer } from './login.ts';
import type { SampleData } from './sample-data.ts';

/**
 * @returns finds one; fails with `rejected` for an override that is not on this computer, and with
 *   `storage-unusable` when the sample data cannot be opened
 */
export function peerFinder(world: ConnectionsWorld, sampleData: SampleData) {
  const { clock, timers, userAgent } = world;
  return async (source: ConnectionSource): Promise<Result<Peer>> => {
    const base = source === 'sandbox' ? await sampleData.baseUrl() : ok(null);
    if (!base.ok) return base;
    const endpoints = freshBooksEndpoints(
      base.value ? { authBaseUrl: base.value, apiBaseUrl: base.value } : world.overrides,
    );
    if (!endpoints.ok) return endpoints;
    const tokenEndpoint = createTokenEndpoint({
      endpoints: endpoints.value,
      fetch: world.write,
      clock,
      timers,
      userAgent,
    });
    return ok({ source, endpoints: endpoints.value, tokenEndpoint });
  };
}
