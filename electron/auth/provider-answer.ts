// What FreshBooks says through the browser, whether it arrives at the listener or is pasted:
// a code, or why there is none (RFC 6749 §4.1.2).
import type { TraybooksError } from '../../shared/errors.ts';

export type ProviderAnswer =
  /** A secret until it is exchanged; works once. */
  | {
      readonly kind: 'code';
      readonly code: string;
      /** Pasted alone: no state says that it belongs to this sign-in. */
      readonly isBare?: true;
    }
  /** `error` is the provider's own word; it comes from an address, so it may be anything. */
  | { readonly kind: 'refusal'; readonly error: string };

/** Longer codes are no codes; FreshBooks' have 64 characters. */
const LONGEST_CODE = 2048;

/**
 * Reads the parameters of a redirect. Parameters we do not know are ignored, a repeated one is
 * not: two readers could take different values (RFC 6749 §3.1).
 * @returns null when it is no answer at all: no state, neither or both of code and error, or a
 *   parameter given twice
 */
export function readProviderAnswer(
  query: string,
): { readonly state: string; readonly answer: ProviderAnswer } | null {
  const parameters = new URLSearchParams(query);
  const names = [...parameters.keys()];
  if (new Set(names).size !== names.length) return null;

  const state = parameters.get('state');
  const code = parameters.get('code');
  const error = parameters.get('error');
  if (!state) return null;
  if (code && !parameters.has('error') && code.length <= LONGEST_CODE) {
    return { state, answer: { kind: 'code', code } };
  }
  if (error && !parameters.has('code')) return { state, answer: { kind: 'refusal', error } };
  return null;
}

/** @param error the provider's own word; only a plain one (RFC 6749 §4.1.2.1) is passed on. */
export function refusalError(error: string): TraybooksError {
  if (error === 'access_denied') return { code: 'cancelled', by: 'freshbooks' };
  // Seen live as a page without a redirect; should it ever come back, the way out is the same.
  if (error === 'invalid_scope') return { code: 'scope-missing', scope: null };
  const detail = /^[a-z_]{1,40}$/.test(error) ? error : 'an error without a name';
  return { code: 'server-trouble', status: null, detail };
}
