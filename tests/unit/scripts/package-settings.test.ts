import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { settingsFor } from '../../../scripts/package-settings.ts';

const settings = await readFile('electron-builder.yml', 'utf8');

describe('settingsFor', () => {
  it('sets every fuse when the official Electron is packaged', () => {
    const official = settingsFor(settings, { dist: '/opt/electron', version: '45.4.1' });
    expect(official.startsWith(settings)).toBe(true);
    expect(official).toContain('electronVersion: "45.4.1"');
  });

  it('leaves out only the fuses an older Electron does not have', () => {
    const before = settings.split('\n');
    const after = settingsFor(settings, { dist: '/opt/old one', version: '25.1.1' }).split('\n');
    const gone = before.filter((line) => line !== '' && !after.includes(line));
    expect(gone).toEqual(['  grantFileProtocolExtraPrivileges: false']);
    expect(after).toContain('electronDist: "/opt/old one"');
  });
});

describe('the package users get', () => {
  it('cannot be run as plain Node, opened to a debugger, or made to load other code', () => {
    for (const fuse of [
      'runAsNode: false',
      'enableNodeOptionsEnvironmentVariable: false',
      'enableNodeCliInspectArguments: false',
      'enableEmbeddedAsarIntegrityValidation: true',
      'onlyLoadAppFromAsar: true',
      'grantFileProtocolExtraPrivileges: false',
    ]) {
      expect(settings).toContain(`  ${fuse}\n`);
    }
  });
});
