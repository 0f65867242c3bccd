// What is the matter with the keychain, and what to install or do on this very desktop.
import { type DesktopKeychain, KDE_WALLET } from './desktop-keychain.ts';
import type { About, ErrorWords } from './error-words.ts';
import type { KeychainUnavailable } from './errors.ts';

/** @param about `reading` where a login is there and its secrets could not be read */
export function keychainWords(
  { cause, desktop }: KeychainUnavailable,
  about: About = 'signing-in',
): ErrorWords {
  const safe =
    about === 'reading'
      ? 'Your cached invoices and unsent entries are kept.'
      : 'Nothing secret was written anywhere else.';
  switch (cause) {
    case 'missing':
      return {
        happened: 'This desktop has no keychain Traybooks can use.',
        safe,
        next: missingNext(desktop),
      };
    case 'library-missing':
      return {
        happened: 'Traybooks could not load what it needs to reach the keychain.',
        safe,
        next: libraryNext(desktop),
      };
    case 'locked':
      return {
        happened: 'The keychain is locked.',
        safe,
        next: 'Unlock it, then try again.',
      };
    case 'write-refused':
      return {
        happened: 'The keychain refused to store the sign-in.',
        safe,
        next: 'Check that it is unlocked and not full, then try again.',
      };
  }
}

function missingNext(desktop: DesktopKeychain | undefined): string {
  switch (desktop?.platform) {
    case undefined:
      return 'On Linux install gnome-keyring and libsecret, sign in to the desktop again, then try again.';
    case 'darwin':
      return 'Open Keychain Access, check that your login keychain is there, then try again.';
    case 'win32':
      return 'Start the Windows service “Credential Manager”, then try again.';
    case 'linux': {
      const packages = `${desktop.servicePackage} and ${desktop.libraryPackage}`;
      return desktop.name === KDE_WALLET
        ? `In the KDE Wallet settings turn on “Use KWallet for the Secret Service interface”, or install ${packages}; sign in to the desktop again, then try again.`
        : `Install ${packages}, sign in to the desktop again, then try again.`;
    }
  }
}

function libraryNext(desktop: DesktopKeychain | undefined): string {
  if (desktop && desktop.platform !== 'linux') return 'Install Traybooks again.';
  return `Install ${desktop?.libraryPackage ?? 'libsecret'}, then try again.`;
}
