// How a business is introduced: the person's role in it, and what it cannot show; and where a
// login's books are.
import type { Business } from '../../shared/books.ts';
import type { ConnectionSource } from '../../shared/snapshot.ts';

export function membershipWords(business: Business): string {
  return business.accountId === null ? `${business.role} · time only` : business.role;
}

/** One letter for the badge. */
export function initialOf(name: string): string {
  return ([...name.trim()][0] ?? '?').toLocaleUpperCase();
}

export function sourceWords(source: ConnectionSource): string {
  return source === 'sandbox' ? 'sample data' : 'FreshBooks';
}
