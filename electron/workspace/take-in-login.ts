// Stores a login that was just made, over its earlier self where this computer knows the person.
import type { SignedIn } from '../../shared/connections.ts';
import { ok, type Result } from '../../shared/result.ts';
import { GONE_WITH_QUIT } from './kept-until-quit.ts';
import {
  firstChoice,
  type StoredConnection,
  type StoredConnections,
} from './stored-connections.ts';

/**
 * @returns its earlier self, whose lists and unsent entries it now has; null for somebody new,
 *   who is to say first that this is the account they meant
 */
export function takeIn(
  stored: StoredConnections,
  { connection, identity }: SignedIn,
  nowMs: number,
): Result<StoredConnection | null> {
  const earlier = stored.sameLogin(connection.source, identity);
  const stillThere = identity.businesses.find(({ id }) => id === earlier?.chosenBusiness);
  const adopted = stored.adopt(
    {
      id: connection.id,
      source: connection.source,
      identity,
      identityReadAtMs: nowMs,
      chosenBusiness: stillThere?.id ?? firstChoice(identity.businesses),
      state:
        connection.details().keychain.kept === 'until-quit' ? GONE_WITH_QUIT : connection.state(),
      active: true,
      kept: earlier?.kept ?? false,
    },
    earlier,
  );
  return adopted.ok ? ok(earlier) : adopted;
}
