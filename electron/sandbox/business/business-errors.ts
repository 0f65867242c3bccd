/**
 * How the services scoped by business id refuse: projects, services, time tracking
 * (freshbooks-api.md §4).
 */
import type { Context } from 'hono';

export function resourceNotFound(c: Context): Response {
  return c.json({ error: 'Requested resource could not be found.' }, 404);
}

/** A missing scope. The body is unconfirmed; freshbooks-api.md §11 chose this one. */
export function businessScopeMissing(c: Context): Response {
  return c.json({ message: 'The token does not have the scope this call needs.' }, 403);
}

/** @param fields each refused field with its reason; several at once are possible */
export function validationFailed(c: Context, fields: Readonly<Record<string, string>>): Response {
  return c.json({ errno: 2001, error: fields }, 422);
}
