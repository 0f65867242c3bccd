// What a person chose, checked member by member: one bad value in the file costs that value,
// not all of them, and a file that cannot be read costs nothing but a sentence.
import { isDeepStrictEqual } from 'node:util';
import type { TraybooksError } from '../../shared/errors.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '../../shared/settings.ts';
import type { Notice } from '../../shared/snapshot.ts';
import type { SettingsFile } from './settings-file.ts';

export interface LoadedSettings {
  readonly values: Settings;
  /** Null when everything in the file could be used. */
  readonly notice: Notice | null;
}

const DAMAGED: Notice = {
  id: 'settings-damaged',
  text: 'Your settings file was damaged. It was set aside, and the usual settings are in use.',
};

const UNREADABLE: Notice = {
  id: 'settings-unreadable',
  text: 'Your settings could not be read, so the usual ones are in use. Check that your user may read Traybooks’ folder.',
};

/** Never fails: settings are no reason not to start. */
export function loadSettings(file: SettingsFile): LoadedSettings {
  let stored: unknown;
  try {
    stored = file.read();
  } catch (error) {
    if (error instanceof SyntaxError) return replaceDamaged(file);
    if (isFileSystemError(error)) return { values: DEFAULT_SETTINGS, notice: UNREADABLE };
    throw error;
  }
  if (!isObject(stored)) return replaceDamaged(file);
  const loaded = checkMembers(stored);
  // Or what was refused would be refused, and told, at each start.
  if (loaded.notice) tryTo(() => file.write(loaded.values));
  return loaded;
}

function replaceDamaged(file: SettingsFile): LoadedSettings {
  // Where it cannot be renamed, the next start finds it and says so again.
  tryTo(() => file.setAside());
  return { values: DEFAULT_SETTINGS, notice: DAMAGED };
}

/** For what may fail for the disk's reasons without anything being lost by it. */
function tryTo(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
  }
}

function checkMembers(stored: Readonly<Record<string, unknown>>): LoadedSettings {
  const refused: string[] = [];
  const kept: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(settingsSchema.shape)) {
    if (!(name in stored)) continue;
    const checked = schema.safeParse(stored[name]);
    if (checked.success) kept[name] = checked.data;
    else refused.push(name);
  }
  const values = settingsSchema.parse({ ...DEFAULT_SETTINGS, ...kept });
  if (refused.length === 0) return { values, notice: null };
  return {
    values,
    notice: {
      id: 'settings-refused',
      text: `Some settings could not be used, so the usual ones are: ${refused.join(', ')}.`,
    },
  };
}

/**
 * @returns the settings now in force; `rejected` with the member's reason, `storage-full`, or
 *   `storage-unusable` where the file may not be written at all
 */
export function changeSettings(
  file: SettingsFile,
  current: Settings,
  change: Partial<Settings>,
): Result<Settings> {
  const checked = settingsSchema.safeParse({ ...current, ...change });
  if (!checked.success) return failed(refusal(checked.error.issues));
  try {
    file.write(checked.data);
  } catch (error) {
    if (error instanceof SyntaxError) return failed({ code: 'storage-full' });
    if (!isFileSystemError(error)) throw error;
    return failed(writingFailed(error));
  }
  // On a nearly full disk the writer was seen to report success and leave half a file, so
  // only what can be read back counts as saved.
  return isWritten(file, checked.data) ? ok(checked.data) : failed({ code: 'storage-full' });
}

function isWritten(file: SettingsFile, values: Settings): boolean {
  try {
    const stored = file.read();
    return isObject(stored) && isDeepStrictEqual(checkMembers(stored).values, values);
  } catch (error) {
    if (error instanceof SyntaxError || isFileSystemError(error)) return false;
    throw error;
  }
}

/** `EISDIR`, `EACCES`, `EPERM`, `EROFS`: no free space would help. */
function writingFailed(error: NodeJS.ErrnoException): TraybooksError {
  return /^(EISDIR|EACCES|EPERM|EROFS|ENOTDIR)$/.test(error.code ?? '')
    ? { code: 'storage-unusable', cause: 'cannot-open' }
    : { code: 'storage-full' };
}

function refusal(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): TraybooksError {
  const fields = issues.map(({ path, message }) => [path.join('.'), message]);
  return { code: 'rejected', fields: Object.fromEntries(fields) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFileSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
