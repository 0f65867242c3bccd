// How: following a redirect is GET and nothing else.
import type { HostileCase } from '../hostile-case.ts';
import { request } from '../request-text.ts';

const other = (method: string): HostileCase => ({
  sentence: `${method} with the right answer.`,
  sends: (it) => request(it, { method }),
  comesBack: 405,
});

export const OTHER_METHODS: readonly HostileCase[] = [
  ...['POST', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'].map(other),
  {
    sentence: 'A form post with the answer in its body.',
    sends: (it) => {
      const body = it.answer.slice('/callback?'.length);
      return request(it, {
        method: 'POST',
        target: '/callback',
        headers: [
          'Content-Type: application/x-www-form-urlencoded',
          `Content-Length: ${body.length}`,
        ],
        body,
      });
    },
    comesBack: 405,
  },
  {
    sentence: 'POST that asks to be taken for GET.',
    sends: (it) => request(it, { method: 'POST', headers: ['X-HTTP-Method-Override: GET'] }),
    comesBack: 405,
  },
  {
    sentence: 'A page that asks whether it may reach into this computer (a preflight).',
    sends: (it) =>
      request(it, {
        method: 'OPTIONS',
        headers: [
          'Origin: https://evil.example',
          'Access-Control-Request-Method: GET',
          'Access-Control-Request-Private-Network: true',
        ],
      }),
    comesBack: 403,
  },
  {
    sentence: 'OPTIONS for the whole server.',
    sends: (it) => request(it, { method: 'OPTIONS', target: '*' }),
    comesBack: 404,
  },
  {
    sentence: 'CONNECT, as to a proxy.',
    sends: (it) => request(it, { method: 'CONNECT', target: `localhost:${it.port}` }),
    comesBack: 'nothing',
  },
  {
    sentence: 'GET in small letters.',
    sends: (it) => request(it, { method: 'get' }),
    comesBack: 400,
  },
  {
    sentence: 'An invented method.',
    sends: (it) => request(it, { method: 'GETT' }),
    comesBack: 400,
  },
];
