// Whether FreshBooks still takes an access token, by the cheapest call there is: who am I.
import { failed, ok } from '../../shared/result.ts';
import { createFreshBooks } from '../freshbooks/freshbooks-books.ts';
import type { FreshBooksWorld } from '../freshbooks/freshbooks-world.ts';

/** @param accessToken is sent as it is; nothing is renewed for it */
export async function checkAccess(
  reach: Omit<FreshBooksWorld, 'tokens'>,
  accessToken: string,
): Promise<'works' | 'refused' | 'unknown'> {
  const refusal = failed({ code: 'sign-in-needed', reason: 'session-ended' });
  const books = createFreshBooks({
    ...reach,
    tokens: { accessToken: async () => ok(accessToken), renewAfter: async () => refusal },
  });
  const identity = await books.identity();
  if (identity.ok) return 'works';
  return identity.error.code === 'sign-in-needed' ? 'refused' : 'unknown';
}
