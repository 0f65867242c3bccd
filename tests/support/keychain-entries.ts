// What the real keychain holds for a service, by the names of its entries. keytar's own listing
// loads every secret at once, and ends the process it runs in when one of them is erased meanwhile,
// as the app under test may well do. So the names are asked of the Secret Service itself.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** One call over the session bus; its answer as `dbus-send` prints it. */
async function ask(path: string, ...call: readonly string[]): Promise<string> {
  const { stdout } = await run('dbus-send', [
    '--session',
    '--print-reply=literal',
    '--dest=org.freedesktop.secrets',
    path,
    ...call,
  ]);
  return stdout;
}

/** null for an entry that was erased since it was found */
async function accountOf(path: string): Promise<string | null> {
  const attributes = await ask(
    path,
    'org.freedesktop.DBus.Properties.Get',
    'string:org.freedesktop.Secret.Item',
    'string:Attributes',
  ).catch((error: unknown) => {
    if (String(error).includes('Object does not exist')) return '';
    throw error;
  });
  return /\baccount\s+(\S+)/.exec(attributes)?.[1] ?? null;
}

/**
 * @param service as the app names itself to the keychain; no comma in it
 * @returns the accounts of its entries, sorted, for the keychain tells them in no order
 */
export async function keychainEntries(service: string): Promise<readonly string[]> {
  const found = await ask(
    '/org/freedesktop/secrets',
    'org.freedesktop.Secret.Service.SearchItems',
    `dict:string:string:service,${service}`,
  );
  const paths = found.match(/\/org\/freedesktop\/secrets\/collection\/\S+\/\d+/g) ?? [];
  const accounts = await Promise.all(paths.map(accountOf));
  return accounts.filter((account) => account !== null).sort();
}
