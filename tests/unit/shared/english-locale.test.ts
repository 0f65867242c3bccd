import { expect, it } from 'vitest';
import { englishLocale } from '../../../shared/english-locale.ts';

it.each([
  ['en', 'en'],
  ['en-US', 'en-US'],
  ['en-CA', 'en-CA'],
  ['de-DE', 'en-GB'],
  ['enm', 'en-GB'],
])('for a desktop that speaks %s, days are named in %s', (locale, english) => {
  expect(englishLocale(locale)).toBe(english);
});

it('is some English on any desktop', () => {
  expect(englishLocale()).toMatch(/^en/);
});
