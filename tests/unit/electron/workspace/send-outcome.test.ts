import { describe, expect, it } from 'vitest';
import { type SendOutcome, sendOutcome } from '../../../../electron/workspace/send-outcome.ts';
import type { TraybooksError } from '../../../../shared/errors.ts';

type Kinds = {
  readonly [Code in TraybooksError['code']]: readonly [TraybooksError & { code: Code }, string];
};

const KINDS: Kinds = {
  offline: [{ code: 'offline' }, 'not-sent'],
  'rate-limited': [{ code: 'rate-limited', retryAfterSeconds: 1 }, 'not-sent'],
  'sign-in-needed': [{ code: 'sign-in-needed', reason: 'session-ended' }, 'not-sent'],
  'code-refused': [{ code: 'code-refused', came: 'bare', redirectUri: '' }, 'not-sent'],
  'scope-missing': [{ code: 'scope-missing', scope: null }, 'not-sent'],
  'not-allowed': [{ code: 'not-allowed', thing: 'time entries' }, 'refused'],
  'not-found': [{ code: 'not-found', thing: 'project' }, 'refused'],
  rejected: [{ code: 'rejected', fields: { note: 'too long' } }, 'refused'],
  'keychain-unavailable': [{ code: 'keychain-unavailable', cause: 'locked' }, 'not-sent'],
  'port-in-use': [{ code: 'port-in-use', ports: [] }, 'not-sent'],
  cancelled: [{ code: 'cancelled', by: 'time-out' }, 'perhaps-sent'],
  'outcome-unknown': [{ code: 'outcome-unknown' }, 'perhaps-sent'],
  'server-trouble': [{ code: 'server-trouble', status: 502, detail: '' }, 'perhaps-sent'],
  'storage-full': [{ code: 'storage-full' }, 'not-sent'],
  'storage-unusable': [{ code: 'storage-unusable', cause: 'damaged' }, 'not-sent'],
  bug: [{ code: 'bug', detail: '' }, 'perhaps-sent'],
};

describe('an attempt to create an entry', () => {
  it.each(Object.values(KINDS))('that failed with $code is judged %s', (error, kind) => {
    expect(sendOutcome(error).kind).toBe(kind);
  });

  it.each<[number | null, SendOutcome]>([
    [503, { kind: 'perhaps-sent', state: 'waiting' }],
    [200, { kind: 'perhaps-sent', state: 'unsure' }],
    [null, { kind: 'perhaps-sent', state: 'unsure' }],
  ])('answered with an unusable %s is shown accordingly', (status, outcome) => {
    expect(sendOutcome({ code: 'server-trouble', status, detail: '' })).toEqual(outcome);
  });

  it('names the field FreshBooks refused', () => {
    expect(sendOutcome({ code: 'not-found', thing: 'project' })).toEqual({
      kind: 'refused',
      fields: { project: 'is no longer in FreshBooks' },
    });
  });
});
