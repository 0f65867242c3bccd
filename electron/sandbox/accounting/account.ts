/**
 * Accounts belong to businesses, and not every business has one (freshbooks-api.md §2).
 */
import type { SandboxWorld } from '../sandbox-world.ts';
import type { BusinessRecord } from '../state/sample-books.ts';

/** The business whose books an account id names. */
export function findAccount(world: SandboxWorld, accountId: string): BusinessRecord | undefined {
  return world.state.books.businesses.find((business) => business.accountId === accountId);
}
