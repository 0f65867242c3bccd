// Looks for secrets in everything a program has left in a folder.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/**
 * @param folder searched to its depths; need not exist
 * @returns the files, relative to the folder, whose bytes hold one of the secrets as UTF-8 or
 *   UTF-16 (which Chromium's storage uses)
 */
export async function filesHolding(
  folder: string,
  secrets: readonly string[],
): Promise<readonly string[]> {
  const needles = secrets.flatMap((secret) => [
    Buffer.from(secret, 'utf8'),
    Buffer.from(secret, 'utf16le'),
  ]);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const holding = await Promise.all(
    files.map(async (entry) => {
      const file = join(entry.parentPath, entry.name);
      const bytes = await readFile(file);
      return needles.some((needle) => bytes.includes(needle)) ? relative(folder, file) : null;
    }),
  );
  return holding.filter((file) => file !== null);
}
