// Translates what SQLite throws into the words of the app. Anything not listed is a bug of ours
// (bad SQL, a broken constraint) and goes on being thrown.
import Database from 'libsql';
import type { TraybooksError } from '../../shared/errors.ts';

/** @returns null for an error that is not the disk's or the file's fault. */
export function storageFailure(error: unknown): TraybooksError | null {
  const code = sqliteCode(error);
  if (code === null) return null;
  if (isDamage(error)) return { code: 'storage-unusable', cause: 'damaged' };
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR')) return { code: 'storage-full' };
  if (/^SQLITE_(CANTOPEN|READONLY|PERM|BUSY|LOCKED|AUTH)/.test(code)) {
    return { code: 'storage-unusable', cause: 'cannot-open' };
  }
  return null;
}

export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error);
  if (code === null) return false;
  if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return true;
  // A header whose format number was hit has no code of its own.
  return code === 'SQLITE_ERROR' && /unsupported file format/.test(String(error));
}

/** Null for an error that SQLite did not raise. */
export function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  // While stepping through rows the binding lets its raw error through, marked `libsqlError`.
  const isSqlite = error instanceof Database.SqliteError || 'libsqlError' in error;
  if (isSqlite && 'code' in error) return String(error.code);
  // The binding's constructor throws a plain error without a code when a file cannot be opened.
  return error.message.startsWith('ConnectionFailed') ? 'SQLITE_CANTOPEN' : null;
}
