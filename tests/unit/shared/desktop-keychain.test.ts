import { describe, expect, it } from 'vitest';
import { type DesktopFacts, desktopKeychain } from '../../../shared/desktop-keychain.ts';

function linux(currentDesktop: string, ...distributions: string[]) {
  return desktopKeychain({ platform: 'linux', currentDesktop, distributions });
}

describe('the keychain of a desktop', () => {
  it.each([
    ['GNOME', 'GNOME Keyring'],
    ['ubuntu:GNOME', 'GNOME Keyring'],
    ['X-Cinnamon', 'GNOME Keyring'],
    ['XFCE', 'GNOME Keyring'],
    ['KDE', 'KDE Wallet'],
    ['plasma:KDE', 'KDE Wallet'],
    ['LXQt', 'Secret Service'],
    ['', 'Secret Service'],
  ])('%s is called %s', (currentDesktop, name) => {
    expect(linux(currentDesktop).name).toBe(name);
  });

  it.each([
    [['debian'], 'libsecret-1-0'],
    [['ubuntu', 'debian'], 'libsecret-1-0'],
    [['linuxmint', 'ubuntu', 'debian'], 'libsecret-1-0'],
    [['opensuse-tumbleweed', 'opensuse', 'suse'], 'libsecret-1-0'],
    [['fedora'], 'libsecret'],
    [['rocky', 'rhel', 'centos', 'fedora'], 'libsecret'],
    [['arch'], 'libsecret'],
    [['constructor'], 'libsecret'],
    [[], 'libsecret'],
  ])('on %j needs %s', (distributions, library) => {
    expect(linux('GNOME', ...distributions).libraryPackage).toBe(library);
  });

  it.each<[DesktopFacts['platform'], string]>([
    ['darwin', 'Keychain'],
    ['win32', 'Windows Credential Manager'],
  ])('of %s comes with the system', (platform, name) => {
    const keychain = desktopKeychain({ platform, currentDesktop: '', distributions: [] });
    expect(keychain).toEqual({ platform, name, servicePackage: null, libraryPackage: null });
  });
});
