// Where this run keeps secrets: in the desktop's keychain, or, once the person chose so, in memory
// until the app quits. Logins stored before that choice stay where they are.
import type { ConnectionDetails } from '../../shared/connection-details.ts';
import type { DesktopKeychain } from '../../shared/desktop-keychain.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import type { Keychain } from './keychain.ts';
import { keychainInMemory } from './keychain-in-memory.ts';
import { createTokenVault, type TokenVault } from './token-vault.ts';

export interface SecretPlaces {
  /** Each login's secrets, in the place where it was signed in. */
  readonly vault: TokenVault;
  /** For what belongs to the installation, such as the listener's certificate. */
  readonly keychain: Keychain;
  /** From now on. A login in memory stays there until the app quits. */
  keepUntilQuit(): void;
  /** @param id null for the next sign-in */
  placeOf(id: ConnectionId | null): ConnectionDetails['keychain'];
}

/** @param desktop absent where nobody knows it */
export function openSecretPlaces(
  lasting: Keychain,
  desktop: DesktopKeychain | undefined,
): SecretPlaces {
  const memory = keychainInMemory();
  const lastingVault = createTokenVault(lasting);
  const memoryVault = createTokenVault(memory);
  const inMemory = new Set<ConnectionId>();
  const begunForGood = new Set<ConnectionId>();
  let untilQuit = false;

  const vaultOf = (id: ConnectionId) => (inMemory.has(id) ? memoryVault : lastingVault);
  const keychain = () => (untilQuit ? memory : lasting);
  const isInMemory = (id: ConnectionId | null) => (id === null ? untilQuit : inMemory.has(id));

  return {
    vault: {
      read: (id) => vaultOf(id).read(id),
      saveCredentials(id, client) {
        // Every sign-in begins here. One that began before the choice ends where it began.
        if (untilQuit && !begunForGood.has(id)) inMemory.add(id);
        else begunForGood.add(id);
        return vaultOf(id).saveCredentials(id, client);
      },
      saveTokens: (id, tokens) => vaultOf(id).saveTokens(id, tokens),
      newerThan: (id, known) => vaultOf(id).newerThan(id, known),
      saveRenewed: (id, known, renewed) => vaultOf(id).saveRenewed(id, known, renewed),
      renewInTurn: (id, renewal) => vaultOf(id).renewInTurn(id, renewal),
      forget: (id) => vaultOf(id).forget(id),
    },
    keychain: {
      read: (name) => keychain().read(name),
      write: (name, secret) => keychain().write(name, secret),
      erase: (name) => keychain().erase(name),
    },
    keepUntilQuit() {
      untilQuit = true;
    },
    placeOf: (id) =>
      isInMemory(id)
        ? { name: 'this computer’s memory', kept: 'until-quit' }
        : { name: desktop?.name ?? 'keychain', kept: 'for-good' },
  };
}
