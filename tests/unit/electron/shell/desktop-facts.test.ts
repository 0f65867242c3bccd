import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDesktopFacts } from '../../../../electron/shell/desktop-facts.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'traybooks-os-release-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const path = join(folder, 'os-release');
  writeFileSync(path, text);
  return path;
}

describe('what is known of the desktop', () => {
  it('comes from the environment and os-release, nearest distribution first', async () => {
    const release = file('PRETTY_NAME="Linux Mint 22"\nID=linuxmint\nID_LIKE="ubuntu debian"\n');
    const facts = await readDesktopFacts({ XDG_CURRENT_DESKTOP: 'X-Cinnamon' }, 'linux', [release]);
    expect(facts).toEqual({
      platform: 'linux',
      currentDesktop: 'X-Cinnamon',
      distributions: ['linuxmint', 'ubuntu', 'debian'],
    });
  });

  it('does not take VERSION_ID for the name', async () => {
    const release = file("VERSION_ID='12'\nID='debian'\n");
    expect((await readDesktopFacts({}, 'linux', [release])).distributions).toEqual(['debian']);
  });

  it('is read from the second place when the first is not there', async () => {
    const release = file('ID=arch\n');
    const facts = await readDesktopFacts({}, 'linux', [join(folder, 'none'), release]);
    expect(facts.distributions).toEqual(['arch']);
  });

  it('may be nothing at all', async () => {
    expect(await readDesktopFacts({}, 'linux', [])).toEqual({
      platform: 'linux',
      currentDesktop: '',
      distributions: [],
    });
  });

  it.each(['darwin', 'win32'] as const)('is the system alone on %s', async (platform) => {
    expect(await readDesktopFacts({}, platform, [file('ID=debian\n')])).toEqual({
      platform,
      currentDesktop: '',
      distributions: [],
    });
  });
});
