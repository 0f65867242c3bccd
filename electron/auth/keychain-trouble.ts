// What is the matter with a keychain, from the only thing keytar tells: the platform's own
// sentence, which is libsecret's and D-Bus' on Linux, Security.framework's on macOS.
import type { KeychainTrouble } from '../../shared/errors.ts';

/**
 * Sentences seen on Debian 12 with libsecret 0.20 and gnome-keyring 42, and on macOS.
 * @returns null when the sentence is not known, as in another language
 */
export function troubleOf(error: unknown): KeychainTrouble | null {
  const sentence = error instanceof Error ? error.message : String(error);
  return KNOWN.find(([pattern]) => pattern.test(sentence))?.[1] ?? null;
}

const KNOWN: readonly (readonly [RegExp, KeychainTrouble])[] = [
  // "Cannot create an item in a locked collection": also after a prompt the person dismissed.
  [/locked|dismissed|interaction is not allowed|passphrase/i, 'locked'],
  // No session bus: "Could not connect: No such file or directory", "The given address is empty",
  // "Cannot autolaunch D-Bus without X11 $DISPLAY", "Unknown or unsupported transport …".
  [/could not connect|address is empty|autolaunch|unsupported transport/i, 'missing'],
  // A bus, and nobody on it: "The name org.freedesktop.secrets was not provided by any …".
  [/not provided by any|D-?Bus|ServiceUnknown/i, 'missing'],
  // A service without a keychain in it: "Object does not exist at path …/collection/login".
  [/does not exist|not available/i, 'missing'],
];
