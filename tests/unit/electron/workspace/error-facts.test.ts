import { expect, it } from 'vitest';
import { errorFacts } from '../../../../electron/workspace/error-facts.ts';
import type { TraybooksError } from '../../../../shared/errors.ts';

const PRIVATE = 'Northgate Dental';

const cases: readonly (readonly [TraybooksError, string])[] = [
  [{ code: 'offline' }, 'offline'],
  [{ code: 'rate-limited', retryAfterSeconds: 30 }, 'rate-limited 30 s'],
  [{ code: 'sign-in-needed', reason: 'session-ended' }, 'sign-in-needed session-ended'],
  [{ code: 'scope-missing', scope: 'user:clients:read' }, 'scope-missing user:clients:read'],
  [{ code: 'scope-missing', scope: null }, 'scope-missing'],
  [{ code: 'keychain-unavailable', cause: 'locked' }, 'keychain-unavailable locked'],
  [{ code: 'port-in-use', ports: [47821, 47822] }, 'port-in-use 47821 47822'],
  [{ code: 'cancelled', by: 'freshbooks' }, 'cancelled freshbooks'],
  [{ code: 'server-trouble', status: 502, detail: PRIVATE }, 'server-trouble 502'],
  [{ code: 'server-trouble', status: null, detail: PRIVATE }, 'server-trouble no status'],
  [{ code: 'rejected', fields: { [PRIVATE]: PRIVATE } }, 'rejected'],
  [{ code: 'not-found', thing: PRIVATE }, 'not-found'],
  [{ code: 'bug', detail: PRIVATE }, 'bug'],
];

it.each(cases)('tells %j as its code and what we chose ourselves', (error, told) => {
  expect(errorFacts(error)).toBe(told);
});
