// Traybooks speaks English, so the names of days and months in its sentences are English too,
// whatever the desktop speaks. Amounts and times of day follow the desktop: they are figures.

/** Day before month, which nobody outside America misreads once the month is a word. */
const OTHERWISE = 'en-GB';

let desktop: string | undefined;

/**
 * @param locale BCP 47 tag; the desktop's own when left out
 * @returns the same where it is a kind of English, as it orders day and month
 */
export function englishLocale(locale?: string): string {
  desktop ??= new Intl.DateTimeFormat().resolvedOptions().locale;
  const asked = locale ?? desktop;
  return /^en(?:-|$)/.test(asked) ? asked : OTHERWISE;
}
