import { describe, expect, it } from 'vitest';
import { isRetryable, type TraybooksError } from '../../../shared/errors.ts';

describe('trying again unchanged', () => {
  it.each<TraybooksError>([
    { code: 'offline' },
    { code: 'rate-limited', retryAfterSeconds: 7 },
    { code: 'server-trouble', status: 502, detail: 'a fault on its side' },
  ])('can help after $code', (error) => {
    expect(isRetryable(error)).toBe(true);
  });

  it('is never right while it may have happened already', () => {
    expect(isRetryable({ code: 'outcome-unknown' })).toBe(false);
  });

  it.each<TraybooksError>([
    { code: 'rejected', fields: {} },
    { code: 'sign-in-needed', reason: 'session-ended' },
    { code: 'scope-missing', scope: null },
    { code: 'not-found', thing: 'project' },
    { code: 'cancelled', by: 'person' },
  ])('cannot help after $code', (error) => {
    expect(isRetryable(error)).toBe(false);
  });
});
