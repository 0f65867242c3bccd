// Stands where the default browser would be started: a tiny program that writes down the address
// it was given. Whoever plays the person reads it there and opens it.
import { watch } from 'node:fs';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface OpenedAddresses {
  /** For `TRAYBOOKS_BROWSER`. */
  readonly program: string;
  /** The next address the app opens, or has opened since the last call. */
  next(): Promise<string>;
  /** How many addresses were opened altogether. */
  count(): Promise<number>;
  close(): Promise<void>;
}

export async function collectOpenedAddresses(): Promise<OpenedAddresses> {
  const folder = await mkdtemp(join(tmpdir(), 'traybooks-browser-'));
  const list = join(folder, 'addresses');
  const program = join(folder, 'browser');
  await writeFile(list, '');
  await writeFile(program, `#!/bin/sh\nprintf '%s\\n' "$1" >> '${list}'\n`);
  await chmod(program, 0o755);
  let taken = 0;

  const addresses = async () => (await readFile(list, 'utf8')).split('\n').filter(Boolean);

  return {
    program,
    async next() {
      const wanted = taken;
      taken += 1;
      const changes = new AbortController();
      try {
        // Watching starts before the first look, so that no address falls in between.
        const watcher = watch(list, { signal: changes.signal });
        return await new Promise<string>((resolve, reject) => {
          const look = () =>
            addresses().then((all) => {
              const found = all[wanted];
              if (found) resolve(found);
            }, reject);
          watcher.on('change', look);
          watcher.on('error', reject);
          void look();
        });
      } finally {
        changes.abort();
      }
    },
    count: async () => (await addresses()).length,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
