// JSON text that no serializer writes: a member twice, one called `__proto__`, nesting deeper than
// a call stack. Placeholders stand in the tree and are replaced in its text.
import type { Json } from './json.ts';

const MARKER = '§';

/** A member's name that may be there already. */
export function raw(name: string): string {
  return `${MARKER}${name}`;
}

export function deep(levels: number): readonly Json[] {
  return [`${MARKER}lists:${levels}${MARKER}`, `${MARKER}objects:${levels}${MARKER}`];
}

export function huge(size: number): readonly Json[] {
  return [`${MARKER}letters:${size}${MARKER}`, `${MARKER}items:${size}${MARKER}`];
}

const PLACEHOLDER = /"§(lists|objects|letters|items):(\d+)§"/g;

export function textOf(body: Json): string {
  return JSON.stringify(body)
    .replace(PLACEHOLDER, (_, kind: string, size: string) => expanded(kind, Number(size)))
    .replaceAll(`"${MARKER}`, '"');
}

function expanded(kind: string, size: number): string {
  if (kind === 'lists') return `${'['.repeat(size)}"x"${']'.repeat(size)}`;
  if (kind === 'objects') return `${'{"a":'.repeat(size)}1${'}'.repeat(size)}`;
  if (kind === 'letters') return `"${'x'.repeat(size)}"`;
  return `[${'0,'.repeat(size)}0]`;
}
