/**
 * The scopes FreshBooks knows and what they mean to a person (freshbooks-api.md §1.10).
 */

/** Granted to every token, asked for or not. */
export const alwaysGranted = 'user:profile:read';

const readAndWrite = [
  'account',
  'bill_payments',
  'bill_vendors',
  'billable_items',
  'bills',
  'business',
  'clients',
  'credit_notes',
  'estimates',
  'expenses',
  'invoices',
  'journal_entries',
  'online_payments',
  'other_income',
  'payments',
  'projects',
  'retainers',
  'riskhub',
  'taxes',
  'teams',
  'time_entries',
  'uploads',
];
/** Asking to write one of these spoils the whole request; seen live. */
const readOnly = ['profile', 'notifications', 'reports'];

const known: ReadonlySet<string> = new Set([
  ...readAndWrite.flatMap((object) => [`user:${object}:read`, `user:${object}:write`]),
  ...readOnly.map((object) => `user:${object}:read`),
]);

export function isKnownScope(scope: string): boolean {
  return known.has(scope);
}

/**
 * The scopes a token will carry, in the order asked, the profile first.
 *
 * @param requested the `scope` parameter; undefined or blank asks for all the app registered
 * @returns null when any scope is unknown or not enabled on the app: there is no partial grant,
 *   and FreshBooks does not say which one it was
 */
export function scopesToGrant(
  requested: string | undefined,
  registered: readonly string[],
): readonly string[] | null {
  const asked = (requested ?? '').split(' ').filter((scope) => scope !== '');
  const wanted = asked.length > 0 ? asked : registered;
  const allowed = new Set([alwaysGranted, ...registered]);
  if (!wanted.every((scope) => known.has(scope) && allowed.has(scope))) return null;
  return [...new Set([alwaysGranted, ...wanted])];
}

const plainNames: Readonly<Record<string, string>> = {
  profile: 'your name, e-mail address and businesses',
  invoices: 'your invoices',
  clients: 'your clients',
  projects: 'your projects',
  billable_items: 'your services',
  time_entries: 'your time entries',
  payments: 'your payments',
  online_payments: 'your online payment settings',
  expenses: 'your expenses',
  estimates: 'your estimates',
  teams: 'your team',
  taxes: 'your taxes',
};

export interface PlainPermission {
  readonly kind: 'see' | 'change';
  /** For instance `your invoices`. */
  readonly what: string;
}

/** One permission for each object: writing says it all, so its reading twin is left out. */
export function inPlainWords(scopes: readonly string[]): readonly PlainPermission[] {
  const writes = new Set(scopes.filter((scope) => scope.endsWith(':write')).map(objectOf));
  const objects = [...new Set(scopes.map(objectOf))];
  return objects.map((object) => ({
    kind: writes.has(object) ? 'change' : 'see',
    what: plainNames[object] ?? `your ${object.replaceAll('_', ' ')}`,
  }));
}

function objectOf(scope: string): string {
  return scope.split(':')[1] ?? scope;
}
