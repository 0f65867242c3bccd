// Asks a real keychain in a process of its own, because which session bus it is on is settled when
// libsecret is first used. Prints one line of JSON: what a write, a read and an erasure came to.
// Use: node --import tsx ask-keychain.ts FOLDER_OF_KEYTAR
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openKeychain } from '../../electron/auth/keychain.ts';
import type { Result } from '../../shared/result.ts';

const [folder = ''] = process.argv.slice(2);
const keychain = openKeychain({
  service: 'Traybooks (test)',
  load: async () => createRequire(import.meta.url)(join(folder, 'lib/keytar.js')),
});

function inShort(result: Result<unknown>): unknown {
  if (result.ok) return result.value ?? 'ok';
  return result.error.code === 'keychain-unavailable' ? result.error.cause : result.error.code;
}

const write = inShort(await keychain.write('a', 'secret'));
const read = inShort(await keychain.read('a'));
const erase = inShort(await keychain.erase('a'));
process.stdout.write(`${JSON.stringify({ write, read, erase })}\n`);
