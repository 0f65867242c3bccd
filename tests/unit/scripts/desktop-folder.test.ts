import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  desktopEnvironment,
  makeDesktopFolder,
  removeDesktopFolder,
} from '../../../scripts/desktop-folder.mjs';

it('lets nothing of a person’s own session into a virtual desktop', () => {
  const outer = {
    HOME: '/home/ines',
    PATH: '/usr/bin',
    DISPLAY: ':0',
    WAYLAND_DISPLAY: 'wayland-0',
    XAUTHORITY: '/home/ines/.Xauthority',
    DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus',
    XDG_RUNTIME_DIR: '/run/user/1000',
    XDG_DATA_HOME: '/home/ines/.local/share',
    XDG_CURRENT_DESKTOP: 'GNOME',
    GNOME_KEYRING_CONTROL: '/run/user/1000/keyring',
    SSH_AUTH_SOCK: '/run/user/1000/ssh',
  };
  const inner = desktopEnvironment(outer, '/tmp/desk');
  expect(inner.PATH).toBe('/usr/bin');
  expect(
    Object.values(inner).filter((value) => /ines|1000|wayland|GNOME/.test(value ?? '')),
  ).toEqual([]);
  expect(inner.DISPLAY).toBeUndefined();
  for (const name of ['HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_RUNTIME_DIR']) {
    expect(inner[name]).toMatch(/^\/tmp\/desk\//);
  }
});

it('keeps the desktop’s folders to this user', async () => {
  const folder = await makeDesktopFolder();
  try {
    for (const path of [folder, join(folder, 'run'), join(folder, 'home/.local/share')]) {
      expect((await stat(path)).mode & 0o077).toBe(0);
    }
  } finally {
    await removeDesktopFolder(folder);
  }
  await expect(stat(folder)).rejects.toThrow('ENOENT');
});
