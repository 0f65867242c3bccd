// What Traybooks asks FreshBooks for (freshbooks-api.md §1.10). Asking for a scope that the
// app does not have fails the whole consent, so the set is small and each is explained.

export const SCOPES = [
  'user:profile:read',
  'user:invoices:read',
  'user:clients:read',
  'user:projects:read',
  'user:billable_items:read',
  'user:time_entries:read',
  'user:time_entries:write',
] as const;

export type Scope = (typeof SCOPES)[number];

/** @param granted as the token answer spelled them @returns what Traybooks would use besides */
export function missingScopes(granted: readonly string[]): readonly Scope[] {
  return SCOPES.filter((scope) => !granted.includes(scope));
}
