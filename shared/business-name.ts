// What a business is called where only its id is at hand.
import type { Business } from './books.ts';
import type { BusinessId } from './ids.ts';

/** @param listed those of the login in use; another login's are not among them */
export function businessName(
  id: BusinessId,
  listed: readonly Pick<Business, 'id' | 'name'>[],
): string {
  return listed.find((one) => one.id === id)?.name ?? 'another login';
}
