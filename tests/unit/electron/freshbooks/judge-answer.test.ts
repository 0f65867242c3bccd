import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ApiRequest } from '../../../../electron/freshbooks/api-request.ts';
import { judgeAnswer } from '../../../../electron/freshbooks/judge-answer.ts';
import { failed, ok } from '../../../../shared/result.ts';

const shape = z.object({ list: z.array(z.object({ id: z.number() })) });

const READ: ApiRequest = {
  method: 'GET',
  path: '/things',
  scope: 'user:clients:read',
  thing: 'time entry',
};
const CREATE: ApiRequest = { ...READ, method: 'POST' };
const CHANGE: ApiRequest = { ...READ, method: 'PUT' };

function judge(request: ApiRequest, status: number, text = '', headers: HeadersInit = {}) {
  const answer = { kind: 'answered', status, text, headers: new Headers(headers) } as const;
  return judgeAnswer(request, answer, shape);
}

describe('an answer by its status', () => {
  it('names the scope a 403 was about', () => {
    expect(judge(READ, 403)).toEqual(failed({ code: 'scope-missing', scope: 'user:clients:read' }));
  });

  it('tells a right the person lacks from a scope the app lacks', () => {
    const answer = { kind: 'answered', status: 403, text: '', headers: new Headers() } as const;
    expect(judgeAnswer(READ, answer, shape, ['user:clients:read'])).toEqual(
      failed({ code: 'not-allowed', thing: 'clients' }),
    );
    expect(judgeAnswer(READ, answer, shape, ['user:projects:read'])).toEqual(
      failed({ code: 'scope-missing', scope: 'user:clients:read' }),
    );
  });

  it('names the thing a 404 was about', () => {
    expect(judge(READ, 404)).toEqual(failed({ code: 'not-found', thing: 'time entry' }));
  });

  it('is worth another try after a 409', () => {
    expect(judge(CREATE, 409)).toMatchObject({ error: { code: 'server-trouble', status: 409 } });
  });

  it.each([400, 422])('says which field was refused with %i', (status) => {
    const text = '{"errno":2001,"error":{"started_at":"field required"}}';
    expect(judge(CREATE, status, text)).toEqual(
      failed({ code: 'rejected', fields: { started_at: 'field required' } }),
    );
  });

  it.each(['', '<html>', '[]', '7'])('is a refusal without reasons for a 422 of %j', (text) => {
    expect(judge(CREATE, 422, text)).toEqual(failed({ code: 'rejected', fields: {} }));
  });

  it('waits as long as a 429 asks', () => {
    expect(judge(READ, 429, '', { 'Retry-After': '7' })).toEqual(
      failed({ code: 'rate-limited', retryAfterSeconds: 7 }),
    );
  });

  it.each([500, 502, 503, 504])('is trouble at the server for %i', (status) => {
    expect(judge(READ, status)).toMatchObject({ error: { code: 'server-trouble', status } });
    expect(judge(CHANGE, status)).toMatchObject({ error: { code: 'server-trouble', status } });
  });

  it.each([302, 405, 418])('is trouble at the server for a surprising %i', (status) => {
    expect(judge(READ, status)).toMatchObject({ error: { code: 'server-trouble', status } });
    expect(judge(CREATE, status)).toMatchObject({ error: { code: 'server-trouble', status } });
  });
});

describe('an answer that says yes', () => {
  it('is the value when it fits', () => {
    expect(judge(READ, 200, '{"list":[{"id":1,"new":true}],"more":1}')).toEqual(
      ok({ list: [{ id: 1 }] }),
    );
  });

  it('tells the path to the member that does not fit', () => {
    const answer = judge(READ, 200, '{"list":[{"id":1},{"id":"x"}]}');
    expect(answer).toMatchObject({ error: { code: 'server-trouble', status: 200 } });
    expect(detailOf(answer)).toMatch(/^list\.1\.id: .*expected number/);
  });

  it.each([
    ['', 'an empty answer'],
    ['  \n', 'an empty answer'],
    ['<!doctype html><p>Sign in to the hotel network', 'a web page instead of data'],
    ['{"list":[{"id":1}', 'broken JSON'],
    ['null', /^answer: /],
    ['[]', /^answer: /],
    ['{}', /^list: /],
  ])('is trouble, never an empty list, for %j', (text, detail) => {
    const answer = judge(READ, 200, text);
    expect(answer.ok).toBe(false);
    expect(detailOf(answer)).toMatch(detail);
  });

  it('repeats the reason when an error came with a 200', () => {
    const text =
      '{"response":{"errors":[{"errno":1012,"field":"userid","message":"Client not found."}]}}';
    const detail = 'an error despite the status: userid: Client not found.';
    const trouble = failed({ code: 'server-trouble', status: 200, detail });
    expect(judge(READ, 200, text)).toEqual(trouble);
    // In so many words: it did not happen. So there is nothing to look for.
    expect(judge(CREATE, 200, text)).toEqual(trouble);
  });

  it('needs no body where there is no value', () => {
    const answer = { kind: 'answered', status: 204, text: '', headers: new Headers() } as const;
    expect(judgeAnswer({ ...READ, method: 'DELETE' }, answer, null)).toEqual(ok());
  });
});

describe('creating', () => {
  it.each([
    [500, ''],
    [502, '<html>Bad gateway'],
    [504, ''],
    [200, ''],
    [200, '<html>'],
    [201, '{"list":[{"id":'],
    [200, '{"something":"else"}'],
  ])('may have happened behind %i %j, so its outcome is unknown', (status, text) => {
    expect(judge(CREATE, status, text)).toEqual(failed({ code: 'outcome-unknown' }));
  });
});

function detailOf(answer: ReturnType<typeof judge>): string {
  return !answer.ok && answer.error.code === 'server-trouble' ? answer.error.detail : '';
}

describe('an answer with more faults than can be listed', () => {
  it('is unusable like any other', () => {
    const nested = z.object({ list: z.array(z.array(z.string())) });
    const text = JSON.stringify({ list: [new Array(300_000).fill(0)] });
    const answer = { kind: 'answered', status: 200, text, headers: new Headers() } as const;
    expect(judgeAnswer(READ, answer, nested)).toEqual(
      failed({ code: 'server-trouble', status: 200, detail: 'answer: too many complaints' }),
    );
    expect(judgeAnswer(CREATE, answer, nested)).toEqual(failed({ code: 'outcome-unknown' }));
  });
});
