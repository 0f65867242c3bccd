import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type About, errorWords } from '../../../shared/error-words.ts';
import { SIGN_IN_REASONS, type TraybooksError } from '../../../shared/errors.ts';

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
    reason: fc.constantFrom(...SIGN_IN_REASONS),
  }),
  fc.record({
    code: fc.constant('code-refused'),
    came: fc.constantFrom('redirect', 'bare'),
    redirectUri: fc.webUrl(),
  }),
  fc.record({
    code: fc.constant('not-allowed'),
    thing: fc.constantFrom('clients', 'time entries'),
  }),
  fc.record({ code: fc.constant('scope-missing'), scope: fc.option(anyText) }),
  fc.record({ code: fc.constant('not-found'), thing: anyText }),
  fc.record({ code: fc.constant('rejected'), fields: fc.dictionary(anyText, anyText) }),
  fc.record({
    code: fc.constant('keychain-unavailable'),
    cause: fc.constantFrom('missing', 'library-missing', 'locked', 'write-refused'),
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

const anyAbout = fc.constantFrom<About>('reading', 'saving', 'signing-in', 'here');

function sentences(error: TraybooksError, about?: About): string {
  return Object.values(errorWords(error, about)).join(' ');
}

describe('an error in words', () => {
  it('always says what happened and what to do next', () => {
    fc.assert(
      fc.property(anyError, anyAbout, (error, about) => {
        const { happened, safe, next } = errorWords(error, about);
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
      'This was not accepted: started at – field required.',
    ],
    [
      { code: 'rejected', fields: { userid: 'Client not found.', note: 'Too long' } },
      'This was not accepted: userid – Client not found; note – Too long.',
    ],
    [
      { code: 'rejected', fields: { __root__: 'Logged entries must have a duration' } },
      'This was not accepted: the entry – Logged entries must have a duration.',
    ],
    [{ code: 'rejected', fields: {} }, 'This was not accepted: no reason was given.'],
    [
      { code: 'scope-missing', scope: 'user:clients:read' },
      'Names of clients are off: your FreshBooks app may not use user:clients:read.',
    ],
    [
      { code: 'scope-missing', scope: 'user:estimates:read' },
      'Your FreshBooks app may not use user:estimates:read.',
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

  it('gives two computers with one app their way out', () => {
    const { happened, next } = errorWords({ code: 'sign-in-needed', reason: 'used-elsewhere' });
    expect(happened).toContain('Another computer');
    expect(next).toMatch(/second FreshBooks app/);
  });

  it('tells where an unusable answer went wrong', () => {
    const detail = 'response.result.invoices.3.outstanding.amount: not an amount of money';
    expect(errorWords({ code: 'server-trouble', status: 200, detail }).next).toContain(detail);
    expect(errorWords({ code: 'server-trouble', status: null, detail }).next).not.toContain('null');
  });

  it('promises neither copies nor waiting entries to someone who is connecting', () => {
    fc.assert(
      fc.property(anyError, (error) => {
        expect(sentences(error, 'signing-in')).not.toMatch(
          /last (good )?copy|kept here|looks in FreshBooks|[Ss]ave again/,
        );
      }),
    );
    expect(sentences({ code: 'offline' }, 'signing-in')).toContain('nothing was changed');
  });

  it('speaks of typing and saving only to someone who saves', () => {
    fc.assert(
      fc.property(anyError, fc.constantFrom<About>('reading', 'here'), (error, about) => {
        fc.pre(error.code !== 'sign-in-needed');
        expect(sentences(error, about)).not.toMatch(/you typed|[Ss]ave again|will not be sent/);
      }),
    );
    expect(sentences({ code: 'storage-full' }, 'saving')).toContain('you typed is still here');
  });

  it('tells someone whose browser never came back what FreshBooks keeps to itself', () => {
    const { next } = errorWords({ code: 'cancelled', by: 'time-out' }, 'signing-in');
    expect(next).toMatch(/scope is not ticked.*redirect URI is not registered.*developer page/);
  });

  it('does not speak of what waits to be sent as if there were something', () => {
    expect(errorWords({ code: 'offline' }).next).toBe(
      'Anything you log is kept here and sent once you’re back online.',
    );
  });

  it('says what a lost answer means for an entry, and less for anything else', () => {
    expect(sentences({ code: 'outcome-unknown' }, 'saving')).toContain('will not be sent twice');
    expect(errorWords({ code: 'outcome-unknown' }, 'signing-in')).toEqual({
      happened: 'FreshBooks did not answer.',
      safe: 'Nothing was connected, and nothing was changed.',
      next: 'Connect again in a minute.',
    });
  });

  it.each([
    [1, 'Trying again in 1 s.'],
    [59, 'Trying again in 59 s.'],
    [60, 'Trying again in a minute.'],
    [61, 'Trying again in 2 minutes.'],
    [3600, 'Trying again in 60 minutes.'],
  ])('asked to slow down for %i s, says “%s”', (retryAfterSeconds, next) => {
    expect(errorWords({ code: 'rate-limited', retryAfterSeconds }).next).toBe(next);
  });

  it('does not say that it tries again where nothing does', () => {
    const error = { code: 'rate-limited', retryAfterSeconds: 90 } as const;
    expect(errorWords(error, 'signing-in').next).toBe('Connect again in 2 minutes.');
    expect(errorWords(error, 'saving').next).toBe('Save again in 2 minutes.');
  });
});
