// Pasting always works, also where a browser will not load the redirect: the whole address from
// its bar, or the bare code.
import { CALLBACK_PATH } from '../../shared/redirect-uris.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { type ProviderAnswer, readProviderAnswer } from './provider-answer.ts';
import type { SignInState } from './sign-in-state.ts';

/** What copying leaves around an address: straight and curly quotes, angle brackets, backticks. */
const WRAPPERS = /^["'`<([“”‘’«»]+|["'`>)\]“”‘’«»]+$/g;

/** Browsers hide the scheme, so a copied address may lack it. Any port: the state is checked. */
const ADDRESS =
  /^(?:https?:\/\/)?(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?(\/[^?#]*)\?([^#]*)/i;

/** Only the part after the question mark was copied. */
const BARE_QUERY = /^\??((?:[a-z_]+=[^&#]*&)+[a-z_]+=[^&#]*)$/i;

/** RFC 6749 lets a code be any visible text; what is short, dotted or has no digit is words. */
const BARE_CODE = /^(?=.*\d)[A-Za-z0-9_~+=-]{16,2048}$/;

/**
 * @param text what a person pasted: whole address or bare code, with stray spaces, line breaks
 *   and quotes
 * @param state used up when the address carries it
 * @returns the provider's answer, a refusal included; `sign-in-needed` with `not-an-address`
 *   or `wrong-state` leaves the sign-in waiting
 */
export function readPastedAddress(text: string, state: SignInState): Result<ProviderAnswer> {
  const typed = text.replace(/\s+/g, '').replace(WRAPPERS, '').replaceAll('&amp;', '&');
  const query = queryOf(typed);
  if (query === null) {
    // A bare code carries no state; pasting it is the person's own word that it belongs here,
    // and PKCE still ties it to this sign-in.
    return BARE_CODE.test(typed) ? ok({ kind: 'code', code: typed, isBare: true }) : notAnAddress();
  }
  const read = readProviderAnswer(query);
  if (!read) return notAnAddress();
  if (!state.accept(read.state)) {
    return failed({ code: 'sign-in-needed', reason: 'wrong-state' });
  }
  return ok(read.answer);
}

function queryOf(typed: string): string | null {
  const address = ADDRESS.exec(typed);
  if (address) return address[1] === CALLBACK_PATH ? (address[2] ?? '') : null;
  return BARE_QUERY.exec(typed)?.[1] ?? null;
}

function notAnAddress(): Result<never> {
  return failed({ code: 'sign-in-needed', reason: 'not-an-address' });
}
