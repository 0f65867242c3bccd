// What a token answer grants, by the second reading (freshbooks-api.md §1.6, RFC 6749 §5.1).
import { Damage, Place } from './second-reading.ts';

/** What must be so whenever a pair was handed out; its times are checked for being times. */
export function expectedTokens(body: unknown): {
  readonly accessToken: string;
  readonly refreshToken: string;
} {
  const answer = new Place(body);
  const accessToken = token(answer.member('access_token'));
  const type = answer.member('token_type');
  if (!/^bearer$/i.test(type.text())) type.damage();
  const life = answer.member('expires_in');
  if (typeof life.value !== 'number' || !(life.value > 0)) life.damage();
  return { accessToken, refreshToken: token(answer.member('refresh_token')) };
}

/** RFC 6749 appendix A.12, A.17: visible ASCII; anything else cannot stand in a header. */
function token(place: Place): string {
  if (!/^[\x21-\x7e]+$/.test(place.text())) throw new Damage(place.path);
  return place.text();
}
