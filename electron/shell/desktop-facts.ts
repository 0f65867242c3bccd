// Which desktop and which distribution this is, as far as they say so themselves.
import { readFile } from 'node:fs/promises';
import type { DesktopFacts } from '../../shared/desktop-keychain.ts';

/** In the order in which os-release(5) says they count. */
const OS_RELEASE = ['/etc/os-release', '/usr/lib/os-release'];

export async function readDesktopFacts(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
  files: readonly string[] = OS_RELEASE,
): Promise<DesktopFacts> {
  const isLinux = platform !== 'darwin' && platform !== 'win32';
  return {
    platform: isLinux ? 'linux' : platform,
    currentDesktop: environment.XDG_CURRENT_DESKTOP ?? '',
    distributions: isLinux ? distributions(await firstReadable(files)) : [],
  };
}

async function firstReadable(files: readonly string[]): Promise<string> {
  for (const file of files) {
    // A system without it is one whose name nobody knows, which is no failure.
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text !== null) return text;
  }
  return '';
}

function distributions(osRelease: string): readonly string[] {
  const value = (name: string) =>
    new RegExp(`^${name}=["']?([^"'\\n]*)`, 'm').exec(osRelease)?.[1] ?? '';
  return `${value('ID')} ${value('ID_LIKE')}`.split(/\s+/).filter(Boolean);
}
