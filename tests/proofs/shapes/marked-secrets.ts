// Secrets that can be recognised by any piece of them: a mark comes back every few characters.

/** In no recorded body, and in no word of ours. */
export const MARK = '7e57c0de';

export const ACCESS_TOKEN = `eyJhbGciOi${chain(80)}.${chain(30)}.${chain(60)}`;
export const REFRESH_TOKEN = chain(8);
export const CLIENT_SECRET = chain(7);
export const CODE = chain(6);
export const VERIFIER = chain(5);

/** @returns whether any piece of any of them is in the text */
export function holdsSecret(text: string): boolean {
  return text.includes(MARK);
}

function chain(links: number): string {
  return Array.from({ length: links }, (_, index) => `${MARK}${(index * 7919 + 4096).toString(16)}`)
    .join('')
    .slice(0, links * MARK.length * 1.4);
}
