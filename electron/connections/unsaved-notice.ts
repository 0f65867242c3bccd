// What to say while the keychain refuses a renewed sign-in.
import { errorWords } from '../../shared/error-words.ts';
import type { TraybooksError } from '../../shared/errors.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import type { Notice } from '../../shared/snapshot.ts';

export function unsavedNoticeId(id: ConnectionId): string {
  return `renewal-not-saved-${id}`;
}

/** @param error why it was refused */
export function unsavedNotice(id: ConnectionId, error: TraybooksError): Notice {
  return {
    id: unsavedNoticeId(id),
    text:
      `Traybooks renewed its FreshBooks sign-in but could not save it. ${errorWords(error).happened} ` +
      'Everything works while Traybooks runs, and it keeps trying. ' +
      'Let it use the keychain before you quit, or you will have to connect again.',
  };
}
