import { describe, expect, it } from 'vitest';
import { renewalWords, tokenWords } from '../../../../../renderer/screens/settings/token-words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
// 2:30 in the afternoon in Toronto.
const NOW = Date.UTC(2026, 10, 13, 19, 30);
const TORONTO = { timeZone: 'America/Toronto', locale: 'en-US' };

const plain = (words: string) => words.replace(/\s/g, ' ');

describe('the times of the access token', () => {
  it.each([
    [
      'renewed in good time',
      7 * HOUR,
      7 * HOUR + 10 * MINUTE,
      'Renews in 7 h, works until 9:40 PM',
    ],
    ['about to be renewed', MINUTE - 1, HOUR, 'Renews in less than a minute, works until 3:30 PM'],
    ['due', 0, 4 * HOUR, 'Renews with the next refresh, works until 6:30 PM'],
    ['overdue', -HOUR, 4 * HOUR, 'Renews with the next refresh, works until 6:30 PM'],
    ['past the night', 8 * HOUR, 12 * HOUR, 'Renews in 8 h, works until 2:30 AM tomorrow'],
    ['no longer renewable', null, 3 * HOUR, 'Works until 5:30 PM, cannot be renewed'],
    ['at its end', -HOUR, 0, 'Ended at 2:30 PM, renews with the next refresh'],
    ['over and lost', null, -HOUR, 'Ended at 1:30 PM, cannot be renewed'],
  ])('are told when it is %s', (_state, renews, ends, words) => {
    const times = {
      renewsAtMs: renews === null ? null : NOW + renews,
      accessEndsAtMs: NOW + ends,
    };
    expect(plain(tokenWords(times, NOW, TORONTO))).toBe(words);
  });
});

describe('the last renewal', () => {
  it.each([
    [null, 'Not needed since Traybooks started'],
    [{ atMs: NOW - 12 * MINUTE, error: null }, '12 min ago (2:18 PM), went well'],
    [{ atMs: NOW - 1, error: null }, 'Just now (2:29 PM), went well'],
    [{ atMs: NOW - 2 * HOUR, error: { code: 'offline' } }, '2 h ago (12:30 PM), failed'],
  ] as const)('%j is told as “%s”', (renewal, words) => {
    expect(plain(renewalWords(renewal, NOW, TORONTO))).toBe(words);
  });
});
