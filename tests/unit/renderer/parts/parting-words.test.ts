import { describe, expect, it } from 'vitest';
import { partingWords } from '../../../../renderer/parts/parting-words.ts';

// 2:30 in the afternoon in Toronto.
const NOW = Date.UTC(2026, 10, 13, 19, 30);
const HOUR = 3_600_000;
const TORONTO = { timeZone: 'America/Toronto', locale: 'en-US' };

describe('what is left of a login after signing out', () => {
  it.each([
    [{ revoked: true, accessEndsAtMs: null }, 'Mara is signed out, here and at FreshBooks.'],
    [
      { revoked: false, accessEndsAtMs: NOW + 7 * HOUR },
      'Mara is signed out here, but FreshBooks could not be told: the access it gave lives on there until 9:30 PM. This computer no longer has it.',
    ],
    [
      { revoked: false, accessEndsAtMs: null },
      'Mara is signed out here, but FreshBooks could not be told. The access it gave has run out by itself.',
    ],
    [
      { revoked: false, accessEndsAtMs: NOW },
      'Mara is signed out here, but FreshBooks could not be told. The access it gave has run out by itself.',
    ],
  ])('%j is told', (signedOut, words) => {
    const told = partingWords('Mara', signedOut, NOW, TORONTO);
    expect(told.replace(/\s/g, ' ')).toBe(words);
  });
});
