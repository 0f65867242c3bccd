// electron-builder.yml describes the package users get. Made with another Electron than the
// official one, a few lines must differ; they are changed here, in a copy, so that the file itself
// stays true.

/** The Electron version each newer fuse came with; setting one that is not there yet is an error. */
const FUSES_SINCE: Readonly<Record<string, number>> = { grantFileProtocolExtraPrivileges: 29 };

/**
 * @param settings the text of electron-builder.yml
 * @param electron the runtime to package; `dist` is an absolute folder
 * @returns the text of a configuration file for that runtime
 */
export function settingsFor(
  settings: string,
  electron: { readonly dist: string; readonly version: string },
): string {
  const major = Number.parseInt(electron.version, 10);
  const tooNew = Object.keys(FUSES_SINCE).filter((fuse) => major < (FUSES_SINCE[fuse] ?? 0));
  const kept = settings
    .split('\n')
    .filter((line) => !tooNew.some((fuse) => line.trimStart().startsWith(`${fuse}:`)));
  return [
    ...kept,
    `electronDist: ${JSON.stringify(electron.dist)}`,
    `electronVersion: ${JSON.stringify(electron.version)}`,
    '',
  ].join('\n');
}
