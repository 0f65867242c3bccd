// What one attempt to create an entry means for the entry. The only question that matters is
// whether FreshBooks may have it: if so, nobody sends it again without looking first.
import type { FieldReasons, TraybooksError } from '../../shared/errors.ts';

export type SendOutcome =
  /** FreshBooks does not have it; the same may work later. */
  | { readonly kind: 'not-sent' }
  /** FreshBooks may have it. `state` is how it is shown meanwhile. */
  | { readonly kind: 'perhaps-sent'; readonly state: 'waiting' | 'unsure' }
  /** FreshBooks does not want it like this. */
  | { readonly kind: 'refused'; readonly fields: FieldReasons };

export function sendOutcome(error: TraybooksError): SendOutcome {
  switch (error.code) {
    case 'offline':
    case 'rate-limited':
    case 'sign-in-needed':
    case 'code-refused':
    case 'scope-missing':
    case 'keychain-unavailable':
    case 'port-in-use':
    case 'storage-full':
    case 'storage-unusable':
      return { kind: 'not-sent' };
    case 'rejected':
      return { kind: 'refused', fields: error.fields };
    case 'not-allowed':
      return { kind: 'refused', fields: { __root__: 'your role does not allow it' } };
    case 'not-found':
      return { kind: 'refused', fields: { [error.thing]: 'is no longer in FreshBooks' } };
    case 'server-trouble':
      // A gateway answers 502 or 504 also when the service behind it has stored the entry. An
      // answer that cannot be read at all says even less.
      return { kind: 'perhaps-sent', state: (error.status ?? 0) >= 500 ? 'waiting' : 'unsure' };
    case 'outcome-unknown':
    case 'cancelled':
    case 'bug':
      return { kind: 'perhaps-sent', state: 'unsure' };
  }
}
