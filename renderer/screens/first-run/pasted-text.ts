// What people paste carries quotes, line breaks and invisible marks from the page or the mail it
// came from. None of our pasted values (ids, secrets, addresses) may contain white space.

const QUOTES = '"\'`“”‘’«»„';

/** White space, control and format characters (zero widths, byte order, writing direction). */
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Mn}]+/gu;

/** The value alone: without white space anywhere, without quotes or brackets around it. */
export function cleanPastedText(text: string): string {
  let value = text.replace(INVISIBLE, '');
  while (isWrapping(value.at(0))) value = value.slice(1);
  while (isWrapping(value.at(-1)) || value.endsWith(',') || value.endsWith(';')) {
    value = value.slice(0, -1);
  }
  return value;
}

function isWrapping(character: string | undefined): boolean {
  return character !== undefined && (QUOTES.includes(character) || '<>'.includes(character));
}
