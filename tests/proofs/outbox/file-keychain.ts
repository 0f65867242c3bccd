// A keychain of one file: the login must outlive each life, and a desktop's own keychain is what
// another proof is about.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { KeytarLike } from '../../../electron/auth/keychain.ts';

export function fileKeychain(path: string): KeytarLike {
  function entries(): Record<string, string> {
    return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  }

  function keep(changed: Record<string, string>): void {
    writeFileSync(`${path}.new`, JSON.stringify(changed));
    renameSync(`${path}.new`, path);
  }

  return {
    getPassword: async (service, account) => entries()[`${service}/${account}`] ?? null,
    setPassword: async (service, account, password) =>
      keep({ ...entries(), [`${service}/${account}`]: password }),
    async deletePassword(service, account) {
      const { [`${service}/${account}`]: gone, ...rest } = entries();
      keep(rest);
      return gone !== undefined;
    },
  };
}
