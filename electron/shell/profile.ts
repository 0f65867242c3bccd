// Which folder and which keychain entries belong to this copy of the app. Development builds
// keep apart from installed ones, so that trying something out never signs anyone out.
import { join, resolve } from 'node:path';
import { app } from 'electron';

export interface Profile {
  readonly folder: string;
  readonly keychainService: string;
}

/** Must run before the single-instance lock, which lives in the folder chosen here. */
export function chooseProfile(userDataFolder: string | undefined): Profile {
  const name = app.isPackaged ? 'Traybooks' : 'Traybooks (development)';
  app.setName(name);
  // A relative path means the folder it was typed in; Electron takes absolute ones only.
  const folder = userDataFolder ? resolve(userDataFolder) : join(app.getPath('appData'), name);
  app.setPath('userData', folder);
  return { folder, keychainService: name };
}
