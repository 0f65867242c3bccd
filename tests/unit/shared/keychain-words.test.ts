import { describe, expect, it } from 'vitest';
import { type DesktopKeychain, desktopKeychain } from '../../../shared/desktop-keychain.ts';
import { errorWords } from '../../../shared/error-words.ts';
import type { KeychainTrouble } from '../../../shared/errors.ts';

const DEBIAN = { platform: 'linux', distributions: ['debian'] } as const;
const gnome = desktopKeychain({ ...DEBIAN, currentDesktop: 'GNOME' });
const kde = desktopKeychain({ ...DEBIAN, currentDesktop: 'KDE' });
const fedora = desktopKeychain({
  platform: 'linux',
  currentDesktop: 'GNOME',
  distributions: ['fedora'],
});
const mac = desktopKeychain({ platform: 'darwin', currentDesktop: '', distributions: [] });
const windows = desktopKeychain({ platform: 'win32', currentDesktop: '', distributions: [] });

function next(cause: KeychainTrouble, desktop: DesktopKeychain): string {
  return errorWords({ code: 'keychain-unavailable', cause, desktop }, 'signing-in').next;
}

describe('what to do about the keychain', () => {
  it('names the packages of this distribution', () => {
    expect(next('missing', gnome)).toContain('gnome-keyring and libsecret-1-0');
    expect(next('missing', fedora)).toContain('gnome-keyring and libsecret,');
    expect(next('library-missing', gnome)).toBe('Install libsecret-1-0, then try again.');
    expect(next('library-missing', fedora)).toBe('Install libsecret, then try again.');
  });

  it('names the switch of KDE Wallet, which serves other programs only when told to', () => {
    expect(next('missing', kde)).toContain('“Use KWallet for the Secret Service interface”');
  });

  it('names no Linux package on macOS and Windows', () => {
    for (const desktop of [mac, windows]) {
      for (const cause of ['missing', 'library-missing', 'locked', 'write-refused'] as const) {
        expect(next(cause, desktop)).not.toMatch(/libsecret|gnome|KWallet|null/);
      }
    }
    expect(next('missing', mac)).toContain('Keychain Access');
    expect(next('missing', windows)).toContain('Credential Manager');
  });

  it('says that lists and entries are kept where a login is there already', () => {
    const error = { code: 'keychain-unavailable', cause: 'locked', desktop: gnome } as const;
    expect(errorWords(error, 'reading').safe).toBe(
      'Your cached invoices and unsent entries are kept.',
    );
    expect(errorWords(error, 'signing-in').safe).toBe('Nothing secret was written anywhere else.');
  });
});
