// The port to the settings file. The shell stands electron-store behind it, because that library
// loads the `electron` module; what the values mean is decided in settings.ts.

export interface SettingsFile {
  /**
   * Everything stored; an empty object when there is no file yet.
   * @throws SyntaxError when the file is not JSON; what the file system throws, e.g. `EACCES`
   */
  read(): unknown;
  /**
   * Merges these members into the file.
   * @throws what the file system throws, e.g. with `code: 'ENOSPC'`
   */
  write(values: Readonly<Record<string, unknown>>): void;
  /**
   * Renames a damaged file out of the way, so that nothing in it is lost.
   * @throws what the file system throws
   */
  setAside(): void;
}
