// How the keychain is called on this desktop, and what must be installed for it, by the names a
// person will find in their package manager.

export interface DesktopKeychain {
  readonly platform: 'darwin' | 'win32' | 'linux';
  /** As the desktop itself calls it: "GNOME Keyring". */
  readonly name: string;
  /** Linux: package of the program that keeps the secrets; null where it comes with the system. */
  readonly servicePackage: string | null;
  /** Linux: package of the library by which programs reach it. */
  readonly libraryPackage: string | null;
}

export interface DesktopFacts {
  readonly platform: DesktopKeychain['platform'];
  /** `XDG_CURRENT_DESKTOP`: names parted by colons, the most particular first; "" when unset. */
  readonly currentDesktop: string;
  /** `ID`, then the words of `ID_LIKE`, of os-release(5), nearest first; none when unknown. */
  readonly distributions: readonly string[];
}

const BY_SYSTEM = {
  darwin: 'Keychain',
  win32: 'Windows Credential Manager',
} as const;

/** Desktops whose sessions unlock GNOME Keyring when the person signs in. */
const WITH_GNOME_KEYRING = [
  'gnome',
  'unity',
  'x-cinnamon',
  'cinnamon',
  'mate',
  'xfce',
  'budgie',
  'pantheon',
];

/** Most call the library as its project does; these name the version of its interface. */
const LIBRARY_NAMES: ReadonlyMap<string, string> = new Map([
  ['debian', 'libsecret-1-0'],
  ['ubuntu', 'libsecret-1-0'],
  ['suse', 'libsecret-1-0'],
  ['opensuse', 'libsecret-1-0'],
]);

export function desktopKeychain(facts: DesktopFacts): DesktopKeychain {
  const { platform } = facts;
  if (platform !== 'linux') {
    return { platform, name: BY_SYSTEM[platform], servicePackage: null, libraryPackage: null };
  }
  const named = facts.distributions.find((id) => LIBRARY_NAMES.has(id)) ?? '';
  return {
    platform,
    name: linuxName(facts.currentDesktop),
    servicePackage: 'gnome-keyring',
    libraryPackage: LIBRARY_NAMES.get(named) ?? 'libsecret',
  };
}

function linuxName(currentDesktop: string): string {
  const desktops = currentDesktop.toLowerCase().split(':');
  if (desktops.includes('kde')) return KDE_WALLET;
  if (desktops.some((name) => WITH_GNOME_KEYRING.includes(name))) return 'GNOME Keyring';
  return 'Secret Service';
}

/** It serves other programs only when told to, so there the words differ. */
export const KDE_WALLET = 'KDE Wallet';
