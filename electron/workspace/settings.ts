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

export function loadSettings(file: SettingsFile): LoadedSettings {
  let stored: unknown;
  try {
    stored = file.read();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    file.setAside();
    return { values: DEFAULT_SETTINGS, notice: DAMAGED };
  }
  if (!isObject(stored)) {
    file.setAside();
    return { values: DEFAULT_SETTINGS, notice: DAMAGED };
  }
  return checkMembers(stored);
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
 * @returns the settings now in force; `rejected` with the member's reason, or `storage-full`
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
    if (!isFileSystemError(error)) throw error;
    return failed({ code: 'storage-full' });
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
    if (error instanceof SyntaxError) return false;
    throw error;
  }
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

function isFileSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
