// The person at the app: asks for things through the page, consents in the browser, pastes.
import keytar from 'keytar';
import { openKeychain } from '../../../electron/auth/keychain.ts';
import { createTokenVault } from '../../../electron/auth/token-vault.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import type { Installation } from '../../support/app/installation.ts';
import { consent, load } from '../../support/followed-browser.ts';
import { keychainEntries } from '../../support/keychain-entries.ts';
import type { Evidence } from './evidence.ts';

const SERVICE = 'Traybooks (development)';

export interface Person {
  readonly home: Installation;
  /** How often each command was asked for. */
  readonly asked: ReadonlyMap<string, number>;
  /** @returns the answer as JSON */
  ask(command: string, input?: unknown): Promise<string>;
  snapshot(): Promise<Snapshot>;
  /** The login in use. */
  connectionId(): Promise<string>;
  /**
   * A whole sign-in with nothing but what the page can do.
   * @param answer gets the address FreshBooks sends the browser to
   */
  signIn(clientSecret?: string, answer?: (back: string) => Promise<unknown>): Promise<string>;
  /** Loads an address of the listener; what it says is evidence, too. */
  browse(address: string): Promise<void>;
  paste(text: string): Promise<string>;
}

export function personAt(home: Installation, evidence: Evidence): Person {
  const asked = new Map<string, number>();
  const person: Person = {
    home,
    asked,
    async ask(command, input) {
      asked.set(command, (asked.get(command) ?? 0) + 1);
      const answer = await home.page.evaluate(
        ([name, payload]) => {
          const call = window.traybooks.call as (...words: unknown[]) => Promise<unknown>;
          return call(name, payload).then((value) => JSON.stringify(value));
        },
        [command, input],
      );
      evidence.look('message', `answer of ${command} at the page`, answer);
      return answer;
    },
    async snapshot() {
      return JSON.parse(await person.ask('snapshot.read')).value;
    },
    async connectionId() {
      return String((await person.snapshot()).connection.active);
    },
    async signIn(clientSecret = home.credentials.clientSecret, answer = person.browse) {
      const { clientId } = home.credentials;
      const ended = person.ask('sign-in.freshbooks', { clientId, clientSecret });
      await answer(await consent(await home.addresses.next(), 'authorize'));
      return ended;
    },
    async browse(address) {
      const { status, text } = await load(address);
      evidence.look('answer', `listener, ${status}`, text);
    },
    paste: (text) => person.ask('sign-in.use-address', { text }),
  };
  return person;
}

/**
 * What the keychain holds now for each login: access token, refresh token, the client's secret.
 * Asked for by name, since listing a keychain that is being written to crashes its library.
 */
export async function secretsInKeychain(person: Person): Promise<readonly string[]> {
  const vault = createTokenVault(openKeychain({ service: SERVICE, load: async () => keytar }));
  const { connection } = await person.snapshot();
  const secrets: string[] = [];
  for (const { id } of connection.connections) {
    const stored = await vault.read(id);
    if (!stored.ok || !stored.value) continue;
    const { tokens, credentials } = stored.value;
    if (tokens) secrets.push(tokens.accessToken, tokens.refreshToken);
    secrets.push(credentials.clientSecret);
  }
  return secrets;
}

export async function certificateKey(): Promise<string> {
  const entry = await keytar.getPassword(SERVICE, 'loopback-certificate');
  return String(JSON.parse(entry ?? '{}').key);
}

/** While no app runs. */
export async function emptyKeychain(): Promise<void> {
  for (const account of await keychainEntries(SERVICE)) {
    await keytar.deletePassword(SERVICE, account);
  }
}
