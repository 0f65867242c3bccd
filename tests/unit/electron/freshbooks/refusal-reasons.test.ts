import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusalReasons } from '../../../../electron/freshbooks/refusal-reasons.ts';

describe('the reasons of a refusal', () => {
  it.each([
    [
      'accounting, a list of errors',
      {
        response: {
          errors: [
            { errno: 1001, field: 'create_date', message: 'Required.', object: 'invoice' },
            { errno: 1004, field: 'status', message: "The field 'status' must be a number." },
          ],
        },
      },
      { create_date: 'Required.', status: "The field 'status' must be a number." },
    ],
    [
      'accounting, a single error',
      { response: { errors: { errno: 1012, field: 'userid', message: 'Client not found.' } } },
      { userid: 'Client not found.' },
    ],
    [
      'accounting, without a field',
      { response: { errors: [{ message: 'Account not found', errno: 404 }] } },
      { __root__: 'Account not found' },
    ],
    [
      'accounting, with a number only',
      { response: { errors: [{ errno: 1013, field: 'per_page' }] } },
      { per_page: 'error 1013' },
    ],
    [
      'accounting, two reasons for one field',
      {
        response: {
          errors: [
            { field: 'qty', message: 'Too small.' },
            { field: 'qty', message: 'Not whole.' },
          ],
        },
      },
      { qty: 'Too small.; Not whole.' },
    ],
    [
      'accounting of a dated version',
      {
        code: 5,
        message: 'Request failed with status_code: 404',
        details: [
          {
            '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
            reason: '1012',
            metadata: { object: 'client', field: 'userid', message: 'Client not found.' },
          },
        ],
      },
      { userid: 'Client not found.' },
    ],
    [
      'accounting of a dated version, without details',
      { code: 3, message: 'Request failed', details: [] },
      { __root__: 'Request failed' },
    ],
    [
      'time tracking, several fields',
      { errno: 2001, error: { started_at: 'field required', duration: 'Too long.' } },
      { started_at: 'field required', duration: 'Too long.' },
    ],
    [
      'time tracking, the whole entry',
      { errno: 2001, error: { __root__: 'Logged entries must have a duration' } },
      { __root__: 'Logged entries must have a duration' },
    ],
    ['a list of texts for a field', { error: { note: ['a', 'b'] } }, { note: 'a; b' }],
    [
      'a bare text',
      { error: 'Requested resource could not be found.' },
      { __root__: 'Requested resource could not be found.' },
    ],
    ['a bare message', { error_type: 'not_found', message: 'Gone.' }, { __root__: 'Gone.' }],
    ['a field without a text', { error: { note: null } }, { note: 'no reason given' }],
  ])('are read from %s', (_, body, reasons) => {
    expect(refusalReasons(body)).toEqual(reasons);
  });

  it.each([null, undefined, 7, 'text', [], {}, { response: { result: {} } }, { time_entry: {} }])(
    'are none where the body is no error: %j',
    (body) => {
      expect(refusalReasons(body)).toBeNull();
    },
  );

  it('are short: a raw response does not get through', () => {
    const reasons = refusalReasons({ error: { note: 'far too long '.repeat(400) } });
    expect(reasons?.note).toHaveLength(200);
    const fields = Object.fromEntries(
      Array.from({ length: 900 }, (_, n) => [`${n} `.repeat(50), n]),
    );
    const listed = Object.keys(refusalReasons({ error: fields }) ?? {});
    expect(listed).toHaveLength(20);
    expect(listed.every((field) => field.length <= 60)).toBe(true);
  });

  it('mask what looks like a token, as a whole and before anything is cut', () => {
    const token = `eyJhbGciOiJSUzUxMiJ9.${'a1B2-c3_'.repeat(60)}.${'d4'.repeat(90)}`;
    expect(
      refusalReasons({
        message: `invalid_token: ${token} is unknown`,
      }),
    ).toEqual({ __root__: 'invalid_token: ••• is unknown' });
    expect(refusalReasons({ error: { [token]: token, note: 'field required' } })).toEqual({
      '•••': '•••',
      note: 'field required',
    });
  });

  it('are found in a body nested deeper than the stack is high', () => {
    const nested: unknown = JSON.parse(`${'['.repeat(50_000)}"x"${']'.repeat(50_000)}`);
    expect(refusalReasons({ error: { note: nested } })).toEqual({ note: 'no reason given' });
  });

  it('can be read from any JSON without a crash', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        for (const body of [
          one,
          { error: one },
          { response: { errors: one } },
          { code: 1, details: [one, other] },
        ]) {
          const reasons = refusalReasons(body) ?? {};
          expect(Object.values(reasons).every((reason) => typeof reason === 'string')).toBe(true);
        }
      }),
    );
  });

  it('keep a field with an odd name harmless', () => {
    const reasons = refusalReasons(JSON.parse('{"error":{"__proto__":"odd"}}'));
    expect(Object.getPrototypeOf(reasons)).toBe(Object.prototype);
    expect(Object.entries(reasons ?? {})).toEqual([['__proto__', 'odd']]);
  });
});
