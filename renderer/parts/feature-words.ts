// What goes without a scope, in a person's words. A scope is FreshBooks' word, and nobody's wish.
import { SCOPES, type Scope } from '../../shared/scopes.ts';

const OFF: Readonly<Record<Scope, string>> = {
  'user:profile:read': 'Your name and businesses are off.',
  'user:invoices:read': 'Unpaid invoices are off.',
  'user:clients:read': 'Names of clients are off.',
  'user:projects:read': 'Projects are off.',
  'user:billable_items:read': 'Services are off.',
  'user:time_entries:read': 'Logged time is off.',
  'user:time_entries:write': 'Logging time is off.',
};

/** @param scope as FreshBooks spells it; null when it did not say which one is missing */
export function featureOffWords(scope: string | null): string {
  const known = SCOPES.find((each) => each === scope);
  return known ? OFF[known] : 'Something Traybooks would show is off.';
}
