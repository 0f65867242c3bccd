import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readProviderAnswer, refusalError } from '../../../../electron/auth/provider-answer.ts';

it('reads a code or a refusal beside the state', () => {
  expect(readProviderAnswer('code=c&state=s')).toEqual({
    state: 's',
    answer: { kind: 'code', code: 'c' },
  });
  expect(readProviderAnswer('state=s&error=access_denied&error_description=no')).toEqual({
    state: 's',
    answer: { kind: 'refusal', error: 'access_denied' },
  });
});

it('takes nothing with a parameter given twice, wherever it stands', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(['code=c', 'state=s', 'x=1'], { minLength: 3 }),
      fc.constantFrom('code=c', 'code=other', 'state=s', 'state=', 'x=2'),
      fc.nat(3),
      (parameters, repeated, at) => {
        const all = [...parameters.slice(0, at), repeated, ...parameters.slice(at)];
        expect(readProviderAnswer(all.join('&'))).toBeNull();
      },
    ),
  );
});

it('never throws and never finds an answer without a state', () => {
  fc.assert(
    fc.property(fc.string(), (query) => {
      expect(readProviderAnswer(query)?.state).not.toBe('');
    }),
  );
});

it('tells a person’s “no” from FreshBooks’ own trouble', () => {
  expect(refusalError('access_denied')).toEqual({ code: 'cancelled', by: 'freshbooks' });
  expect(refusalError('temporarily_unavailable')).toEqual({
    code: 'server-trouble',
    status: null,
    detail: 'temporarily_unavailable',
  });
});

it('tells of a scope the app has not, which FreshBooks does not name', () => {
  expect(refusalError('invalid_scope')).toEqual({ code: 'scope-missing', scope: null });
});

it('does not pass on an error that is anything but a plain word', () => {
  expect(refusalError('<script>alert(1)</script>')).toMatchObject({
    detail: 'an error without a name',
  });
});
