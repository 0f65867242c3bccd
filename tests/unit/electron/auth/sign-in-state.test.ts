import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createSignInState } from '../../../../electron/auth/sign-in-state.ts';

it('has 256 bits and is another one each time', () => {
  const values = Array.from({ length: 20 }, () => createSignInState(randomBytes).value);
  expect(new Set(values).size).toBe(20);
  for (const value of values) expect(Buffer.from(value, 'base64url')).toHaveLength(32);
});

it('accepts itself once', () => {
  const state = createSignInState(randomBytes);
  expect(state.accept(state.value)).toBe(true);
  expect(state.accept(state.value)).toBe(false);
});

it('accepts nothing else, of any length, and is not used up by trying', () => {
  const state = createSignInState(randomBytes);
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (candidate) => {
      fc.pre(candidate !== state.value);
      expect(state.accept(candidate)).toBe(false);
    }),
  );
  expect(state.accept(`${state.value} `)).toBe(false);
  expect(state.accept(state.value)).toBe(true);
});
