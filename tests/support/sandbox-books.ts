// The FreshBooks client signed in to the embedded FreshBooks. Its tokens are kept here in the
// plainest way, so that a failing test is about the client and not about keeping a session.
import { createFreshBooks } from '../../electron/freshbooks/freshbooks-books.ts';
import type { Books, Business } from '../../shared/books.ts';
import { failed, ok } from '../../shared/result.ts';
import type { Timers } from '../../shared/timers.ts';
import { refresh, signIn, tokensOf, type Visitor } from './sandbox-visitor.ts';

export interface SandboxBooks {
  readonly books: Books;
  /** Tokens that FreshBooks refused before their time. */
  readonly renewals: () => number;
}

const realTimers: Timers = {
  set: (callback, ms) => setTimeout(callback, ms),
  clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
};

export async function sandboxBooks(
  visitor: Visitor,
  timers: Timers = realTimers,
): Promise<SandboxBooks> {
  let tokens = await signIn(visitor);
  let renewals = 0;
  let renewing: Promise<void> | null = null;

  async function renew(): Promise<void> {
    renewals += 1;
    tokens = await tokensOf(await refresh(visitor, tokens.refresh_token));
  }

  const books = createFreshBooks({
    apiBaseUrl: visitor.sandbox.baseUrl,
    read: fetch,
    write: fetch,
    tokens: {
      accessToken: async () => ok(tokens.access_token),
      renewAfter: async (refused) => {
        if (refused === tokens.access_token) renewing ??= renew();
        try {
          await renewing;
          return ok(tokens.access_token);
        } catch {
          return failed({ code: 'sign-in-needed', reason: 'session-ended' });
        } finally {
          renewing = null;
        }
      },
    },
    userAgent: 'Traybooks/0.1.0',
    timers,
  });
  return { books, renewals: () => renewals };
}

/** The businesses of whoever is signed in, by name. */
export async function businessNamed(books: Books, name: string): Promise<Business> {
  const identity = await books.identity();
  const found = identity.ok && identity.value.businesses.find((one) => one.name === name);
  if (!found) throw new Error(`No business called ${name}`);
  return found;
}
