// How a business is introduced: the person's role in it, and what it cannot show.
import type { Business } from '../../shared/books.ts';

export function membershipWords(business: Business): string {
  return business.accountId === null ? `${business.role} · time only` : business.role;
}

/** One letter for the badge. */
export function initialOf(name: string): string {
  return ([...name.trim()][0] ?? '?').toLocaleUpperCase();
}
