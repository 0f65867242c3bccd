// What became of asking FreshBooks about a client ID and secret, in words.
import type { TraybooksError } from '../../../shared/errors.ts';

/** @param error why it could not be found out; one sentence without its full stop */
export function whyUnclear(error: TraybooksError): string {
  switch (error.code) {
    case 'offline':
      return 'FreshBooks could not be reached';
    case 'rate-limited':
      return 'FreshBooks asks to wait a little';
    case 'outcome-unknown':
      return 'FreshBooks did not answer';
    default:
      return 'FreshBooks gave no clear answer';
  }
}
