// Requests that two readers could read in two ways, are too long, or are none.
import type { HostileCase } from '../hostile-case.ts';
import { request } from '../request-text.ts';

const MEGABYTE = 1_000_000;

/** A connection closed with unread bytes on it is reset, which may cost the refusal its way. */
const REFUSED_OR_CUT_OFF = [431, 'nothing'] as const;

export const BROKEN_REQUESTS: readonly HostileCase[] = [
  {
    sentence: 'A length and chunks for the same body (request smuggling).',
    sends: (it) =>
      request(it, {
        method: 'POST',
        headers: ['Content-Length: 4', 'Transfer-Encoding: chunked'],
        body: `0\r\n\r\n${request(it)}`,
      }),
    comesBack: 400,
  },
  {
    sentence: 'Two lengths for the same body.',
    sends: (it) =>
      request(it, { headers: ['Content-Length: 0', 'Content-Length: 5'], body: 'hello' }),
    comesBack: 400,
  },
  {
    sentence: 'A transfer encoding that is none.',
    sends: (it) => request(it, { headers: ['Transfer-Encoding: xchunked'] }),
    comesBack: 400,
  },
  {
    sentence: 'The right answer with a body, which no redirect has.',
    sends: (it) => request(it, { headers: ['Content-Length: 5'], body: 'hello' }),
    comesBack: 400,
  },
  {
    sentence: 'The right answer with a chunked body.',
    sends: (it) => request(it, { headers: ['Transfer-Encoding: chunked'], body: '0\r\n\r\n' }),
    comesBack: 400,
  },
  {
    sentence: 'A body that never ends.',
    sends: (it) =>
      request(it, { method: 'POST', target: '/', headers: ['Content-Length: 1000000'] }),
    comesBack: 404,
  },
  {
    sentence: 'The right answer hidden in the body of another request.',
    sends: (it) =>
      request(it, {
        method: 'POST',
        target: '/',
        headers: [`Content-Length: ${request(it).length}`],
        body: request(it),
      }),
    comesBack: 404,
  },
  {
    sentence: 'The right answer right behind another request (pipelining).',
    sends: (it) => request(it, { target: '/' }) + request(it),
    comesBack: 404,
  },
  {
    sentence: 'The right answer behind another request, in HTTP/1.0 kept alive.',
    sends: (it) => {
      const kept = { version: 'HTTP/1.0', headers: ['Connection: keep-alive'] };
      return request(it, { ...kept, target: '/' }) + request(it, kept);
    },
    comesBack: 404,
  },
  {
    sentence: 'A hundred wrong requests in one breath.',
    sends: (it) => request(it, { target: '/' }).repeat(100),
    comesBack: [404, 'nothing'],
  },
  {
    sentence: 'HTTP/0.9, which has no headers.',
    sends: (it) => `GET ${it.answer}\r\n\r\n`,
    comesBack: 403,
  },
  {
    sentence: 'A version of HTTP that does not exist.',
    sends: (it) => request(it, { version: 'HTTP/7.3' }),
    comesBack: 400,
  },
  {
    sentence: 'HTTP/2 without asking (its preface).',
    sends: () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    comesBack: 400,
  },
  {
    sentence: 'A space before the colon of a header.',
    sends: (it) => request(it, { host: null, headers: [`Host : localhost:${it.port}`] }),
    comesBack: 400,
  },
  {
    sentence: 'A header folded over two lines.',
    sends: (it) => request(it, { host: null, headers: ['Host: localhost', ` :${it.port}`] }),
    comesBack: [400, 403],
  },
  {
    sentence: 'A NUL in a header.',
    sends: (it) => request(it, { headers: ['X-Odd: a\0b'] }),
    comesBack: 400,
  },
  {
    sentence: 'A header without a colon.',
    sends: (it) => request(it, { headers: ['Odd'] }),
    comesBack: 400,
  },
  {
    sentence: 'A space in the path.',
    sends: (it) => request(it, { target: `/call back${it.answer.slice('/callback'.length)}` }),
    comesBack: 400,
  },
  {
    sentence: 'A line break smuggled into the path.',
    sends: (it) => request(it, { target: `/\r\n${it.answer}` }),
    comesBack: 400,
  },
  {
    sentence: 'An expectation nobody can meet.',
    sends: (it) => request(it, { target: '/', headers: ['Expect: a-miracle'] }),
    comesBack: 404,
  },
  {
    sentence: 'More headers than a browser has reason to send.',
    sends: (it) => request(it, { headers: [`X-Long: ${'h'.repeat(17_000)}`] }),
    comesBack: REFUSED_OR_CUT_OFF,
  },
  {
    sentence: 'A megabyte of headers.',
    sends: (it) =>
      request(it, {
        headers: Array.from({ length: 1_000 }, (_, at) => `X-${at}: ${'h'.repeat(1_000)}`),
      }),
    comesBack: REFUSED_OR_CUT_OFF,
  },
  {
    sentence: 'A megabyte of one header.',
    sends: (it) => request(it, { headers: [`Cookie: ${'c'.repeat(MEGABYTE)}`] }),
    comesBack: REFUSED_OR_CUT_OFF,
  },
  {
    sentence: 'An address of a megabyte.',
    sends: (it) => request(it, { target: `${it.answer}&x=${'x'.repeat(MEGABYTE)}` }),
    comesBack: REFUSED_OR_CUT_OFF,
  },
  {
    sentence: 'A line that is no request.',
    sends: () => 'hello there\r\n\r\n',
    comesBack: 400,
  },
  {
    sentence: 'An SSH client that took the wrong door.',
    sends: () => 'SSH-2.0-stranger\r\n',
    comesBack: 400,
  },
  {
    sentence: 'Four thousand zeros.',
    sends: () => Buffer.alloc(4_096),
    comesBack: [400, 'nothing'],
  },
];
