import { expect, it } from 'vitest';
import { progressLine } from '../../../scripts/progress-bar.mjs';

it('shows bytes and a share that never passes 100 %', () => {
  expect(progressLine(0, 110_569_780)).toBe(`${'░'.repeat(28)}   0 %  0.0 of 110.6 MB`);
  expect(progressLine(55_284_890, 110_569_780)).toContain(' 50 %  55.3 of 110.6 MB');
  expect(progressLine(200, 100)).toContain('100 %');
});

it('shows bytes alone when the size is not known', () => {
  expect(progressLine(1_500_000, 0)).toBe('1.5 MB');
});
