import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorWords } from '../../../shared/error-words.ts';
import type { SignInReason, TraybooksError } from '../../../shared/errors.ts';

const anyText = fc.string({ minLength: 1 });

const anyError: fc.Arbitrary<TraybooksError> = fc.oneof(
  fc.constantFrom<TraybooksError>(
    { code: 'offline' },
    { code: 'outcome-unknown' },
    { code: 'storage-full' },
    { code: 'port-in-use', ports: [47821, 47822, 47823] },
    { code: 'port-in-use', ports: [] },
  ),
  fc.record({ code: fc.constant('rate-limited'), retryAfterSeconds: fc.nat() }),
  fc.record({
    code: fc.constant('sign-in-needed'),
    reason: fc.constantFrom<SignInReason>(
      'never-signed-in',
      'session-ended',
      'invalid-client',
      'invalid-grant',
      'wrong-state',
      'not-an-address',
      'no-sign-in-waiting',
    ),
  }),
  fc.record({ code: fc.constant('scope-missing'), scope: fc.option(anyText) }),
  fc.record({ code: fc.constant('not-found'), thing: anyText }),
  fc.record({ code: fc.constant('rejected'), fields: fc.dictionary(anyText, anyText) }),
  fc.record({
    code: fc.constant('keychain-unavailable'),
    cause: fc.constantFrom('missing', 'locked', 'write-refused'),
  }),
  fc.record({
    code: fc.constant('storage-unusable'),
    cause: fc.constantFrom('newer-version', 'cannot-open', 'damaged'),
  }),
  fc.record({
    code: fc.constant('cancelled'),
    by: fc.constantFrom('person', 'freshbooks', 'time-out', 'no-browser'),
  }),
  fc.record({
    code: fc.constant('server-trouble'),
    status: fc.option(fc.integer({ min: 200, max: 599 })),
    detail: anyText,
  }),
  fc.record({ code: fc.constant('bug'), detail: anyText }),
);

describe('an error in words', () => {
  it('always says what happened and what to do next', () => {
    fc.assert(
      fc.property(anyError, (error) => {
        const { happened, safe, next } = errorWords(error);
        expect(happened).toMatch(/\S.*\.$/s);
        expect(next).toMatch(/\S.*[.)]$/s);
        expect(safe === '' || safe.endsWith('.')).toBe(true);
      }),
    );
  });

  it('says what is safe wherever something was at stake', () => {
    const atStake: TraybooksError[] = [
      { code: 'offline' },
      { code: 'outcome-unknown' },
      { code: 'rejected', fields: {} },
      { code: 'storage-full' },
      { code: 'sign-in-needed', reason: 'session-ended' },
    ];
    for (const error of atStake) expect(errorWords(error).safe).not.toBe('');
  });

  it.each<[TraybooksError, string]>([
    [
      { code: 'rejected', fields: { started_at: 'field required' } },
      'FreshBooks refused this: started at – field required.',
    ],
    [
      { code: 'rejected', fields: { userid: 'Client not found.', note: 'Too long' } },
      'FreshBooks refused this: userid – Client not found; note – Too long.',
    ],
    [
      { code: 'rejected', fields: { __root__: 'Logged entries must have a duration' } },
      'FreshBooks refused this: the entry – Logged entries must have a duration.',
    ],
    [{ code: 'rejected', fields: {} }, 'FreshBooks refused this: no reason was given.'],
    [
      { code: 'scope-missing', scope: 'user:clients:read' },
      'Your FreshBooks app may not use user:clients:read.',
    ],
    [
      { code: 'scope-missing', scope: null },
      'Your FreshBooks app is missing a permission for this.',
    ],
    [{ code: 'not-found', thing: 'time entry' }, 'FreshBooks no longer has this time entry.'],
    [{ code: 'cancelled', by: 'freshbooks' }, 'Access was not granted in FreshBooks.'],
  ])('%j', (error, happened) => {
    expect(errorWords(error).happened).toBe(happened);
  });

  it('tells where an unusable answer went wrong', () => {
    const detail = 'response.result.invoices.3.outstanding.amount: not an amount of money';
    expect(errorWords({ code: 'server-trouble', status: 200, detail }).next).toContain(detail);
    expect(errorWords({ code: 'server-trouble', status: null, detail }).next).not.toContain('null');
  });

  it('promises no copies and no waiting entries to someone who is still connecting', () => {
    const words = Object.values(errorWords({ code: 'offline' }, 'sign-in')).join(' ');
    expect(words).toContain('nothing was changed');
    expect(words).not.toMatch(/last copy|will be sent/);
  });

  it('says how long it waits when asked to slow down', () => {
    expect(errorWords({ code: 'rate-limited', retryAfterSeconds: 59 }).next).toContain('59 s');
  });
});
