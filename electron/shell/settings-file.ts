// The settings file on disk, through electron-store. What its values mean is the workspace's.
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import type { SettingsFile } from '../workspace/settings-file.ts';

/** @param folder absolute path; the file in it is `settings.json` */
export function openSettingsFile(folder: string): SettingsFile {
  let opened: Store | null = null;
  // Opening reads the file, and a damaged one throws: only once asked, where that is expected.
  const store = () => {
    opened ??= new Store({ cwd: folder, name: 'settings', clearInvalidConfig: false });
    return opened;
  };
  return {
    read: () => store().store,
    write: (values) => store().set(values),
    setAside() {
      opened = null;
      const file = join(folder, 'settings.json');
      renameSync(file, `${file}.damaged-${Date.now()}`);
    },
  };
}
