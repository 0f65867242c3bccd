import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chooseProfile } from '../../../../electron/shell/profile.ts';

const app = vi.hoisted(() => ({
  isPackaged: false,
  name: '',
  paths: new Map([['appData', '/home/maya/.config']]),
  setName(name: string) {
    app.name = name;
  },
  getPath: (name: string) => app.paths.get(name) ?? '',
  setPath(name: string, path: string) {
    app.paths.set(name, path);
  },
}));

vi.mock('electron', () => ({ app }));

function profileOf(isPackaged: boolean, folder?: string) {
  app.isPackaged = isPackaged;
  return chooseProfile(folder);
}

beforeEach(() => app.paths.delete('userData'));

describe('a development build', () => {
  it('shares neither keychain service nor folder with a packaged one', () => {
    const development = profileOf(false);
    const packaged = profileOf(true);
    expect(packaged).toEqual({
      folder: join('/home/maya/.config', 'Traybooks'),
      keychainService: 'Traybooks',
    });
    expect(development.keychainService).not.toBe(packaged.keychainService);
    expect(development.folder).not.toBe(packaged.folder);
  });

  it('keeps to its own keychain service when its folder is moved', () => {
    const development = profileOf(false, 'some/folder');
    expect(development.folder).toBe(resolve('some/folder'));
    expect(development.keychainService).toBe('Traybooks (development)');
  });
});

describe('the folder of a profile', () => {
  it('is where Electron puts the lock of the only instance', () => {
    const { folder } = profileOf(true);
    expect(app.paths.get('userData')).toBe(folder);
    expect(app.name).toBe('Traybooks');
  });
});
