// An error as support may see it: its code and what we chose ourselves. Reasons and details that
// came from FreshBooks stay out, for they may quote a client's name or what was entered.
import type { TraybooksError } from '../../shared/errors.ts';

/** @returns e.g. `server-trouble 502`, `keychain-unavailable locked` */
export function errorFacts(error: TraybooksError): string {
  return [error.code, ...more(error)].join(' ');
}

function more(error: TraybooksError): readonly (string | number)[] {
  switch (error.code) {
    case 'rate-limited':
      return [`${error.retryAfterSeconds} s`];
    case 'sign-in-needed':
      return [error.reason];
    case 'scope-missing':
      return error.scope === null ? [] : [error.scope];
    case 'keychain-unavailable':
    case 'storage-unusable':
      return [error.cause];
    case 'port-in-use':
      return error.ports;
    case 'cancelled':
      return [error.by];
    case 'server-trouble':
      return [error.status ?? 'no status'];
    default:
      return [];
  }
}
