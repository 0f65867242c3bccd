import { expect, it } from 'vitest';
import { tookWords } from '../../../../../renderer/screens/settings/took-words.ts';

it.each([
  [0, '0 ms'],
  [0.4, '0 ms'],
  [85, '85 ms'],
  [999.4, '999 ms'],
  [999.6, '1.0 s'],
  [1000, '1.0 s'],
  [1349, '1.3 s'],
  [9960, '10.0 s'],
])('%f ms is told as “%s”', (took, words) => {
  expect(tookWords(took)).toBe(words);
});
