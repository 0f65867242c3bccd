// The short form: fewer bodies for each endpoint, and one parser broken on purpose.
import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { API_ENDPOINTS } from './api-endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import { ENDPOINTS, prove, proveOf } from './prove.ts';

const SHORT_FORM = 400;
const seed = Math.floor(Math.random() * 2 ** 31);

const services = API_ENDPOINTS.find(({ name }) => name.startsWith('services')) as Endpoint;

describe('every parser', () => {
  it('neither crashes nor passes a part for the whole', async () => {
    console.log(`seed ${seed}`);
    const told: string[] = [];
    const { figures, holds } = await prove({ seed, rounds: SHORT_FORM, say: (s) => told.push(s) });
    expect(holds, told.join('\n')).toBe(true);
    expect(figures).toMatchObject({ bodies: SHORT_FORM * ENDPOINTS.length, crashes: 0 });
  });
});

describe('the proof falls short of a parser that', () => {
  const say = () => undefined;

  it.each<[string, Endpoint['ask'], string]>([
    ['throws', () => Promise.reject(new SyntaxError('Unexpected token <')), 'crashes'],
    [
      'takes damage for an empty list',
      async (answers) => {
        const read = await services.ask(answers);
        return read.ok ? read : ok([]);
      },
      'silentEmpties',
    ],
    [
      'leaves a row out',
      async (answers) => {
        const read = await services.ask(answers);
        return read.ok && Array.isArray(read.value) ? ok(read.value.slice(1)) : read;
      },
      'silentEmpties',
    ],
    [
      'refuses members it does not know',
      async () => ({ ok: false, error: { code: 'server-trouble', status: 200, detail: 'meta' } }),
      'wholeButRefused',
    ],
  ])('%s', async (_, ask, figure) => {
    const { figures, holds } = await proveOf([{ ...services, ask }], { seed, rounds: 200, say });
    expect(holds).toBe(false);
    expect(figures[figure]).toBeGreaterThan(0);
  });
});
