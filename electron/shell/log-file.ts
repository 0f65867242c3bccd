// The log file, for bugs only. It never sees a payload; what looks like a secret is masked all
// the same, because error texts of libraries are not ours to vouch for.
import { inspect } from 'node:util';
import log from 'electron-log/main';
import { maskSecrets } from './mask-secrets.ts';

log.transports.file.maxSize = 512 * 1024;
log.transports.file.level = 'warn';
log.transports.console.level = 'warn';
// On its own it would send every line to the page too, past the table of what may cross.
log.transports.ipc.level = false;
log.hooks.push((message) => ({ ...message, data: message.data.map(maskedText) }));

export function writeBug(error: unknown): void {
  log.error(error);
}

/** With the causes of an error, which say more than the error itself. */
function maskedText(value: unknown): string {
  return maskSecrets(typeof value === 'string' ? value : inspect(value, { depth: 4 }));
}
