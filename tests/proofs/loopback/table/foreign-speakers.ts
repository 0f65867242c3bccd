// Who asks: any web page can make a browser call this computer, under a name of its own.
import type { HostileCase } from '../hostile-case.ts';
import { request } from '../request-text.ts';

/** As Chromium sends them with each request. */
const fetchedFor = (mode: string, destination: string): readonly string[] => [
  'Sec-Fetch-Site: cross-site',
  `Sec-Fetch-Mode: ${mode}`,
  `Sec-Fetch-Dest: ${destination}`,
];

export const FOREIGN_SPEAKERS: readonly HostileCase[] = [
  {
    sentence: 'A stranger’s name that resolves to this computer (DNS rebinding), on our port.',
    sends: (it) => request(it, { host: `evil.example:${it.port}` }),
    comesBack: 403,
  },
  {
    sentence: 'A stranger’s name, without a port.',
    sends: (it) => request(it, { host: 'evil.example' }),
    comesBack: 403,
  },
  {
    sentence: 'A name that starts like ours.',
    sends: (it) => request(it, { host: `localhost.evil.example:${it.port}` }),
    comesBack: 403,
  },
  {
    sentence: 'A name that ends like ours.',
    sends: (it) => request(it, { host: `evil.localhost:${it.port}` }),
    comesBack: 403,
  },
  {
    sentence: 'A name that carries our address for a wildcard DNS to read.',
    sends: (it) => request(it, { host: `127.0.0.1.evil.example:${it.port}` }),
    comesBack: 403,
  },
  {
    sentence: 'Our name with the root’s dot.',
    sends: (it) => request(it, { host: `localhost.:${it.port}` }),
    comesBack: 403,
  },
  {
    sentence: 'Another loopback address.',
    sends: (it) => request(it, { host: `127.0.0.2:${it.port}` }),
    comesBack: 403,
  },
  {
    sentence: 'Our address as one number.',
    sends: (it) => request(it, { host: `2130706433:${it.port}` }),
    comesBack: 403,
  },
  {
    sentence: 'The address that means every address.',
    sends: (it) => request(it, { host: `0.0.0.0:${it.port}` }),
    comesBack: 403,
  },
  {
    sentence: 'Our IPv4 address dressed as IPv6.',
    sends: (it) => request(it, { host: `[::ffff:127.0.0.1]:${it.port}` }),
    comesBack: 403,
  },
  {
    sentence: 'Our name behind a user name.',
    sends: (it) => request(it, { host: `evil.example@localhost:${it.port}` }),
    comesBack: 403,
  },
  {
    sentence: 'Our name without the port.',
    sends: (it) => request(it, { host: 'localhost' }),
    comesBack: 403,
  },
  {
    sentence: 'Our name on another port.',
    sends: (it) => request(it, { host: 'localhost:1' }),
    comesBack: 403,
  },
  {
    sentence: 'An empty name.',
    sends: (it) => request(it, { host: '' }),
    comesBack: 403,
  },
  {
    sentence: 'No name at all.',
    sends: (it) => request(it, { host: null }),
    comesBack: 400,
  },
  {
    sentence: 'No name at all, in HTTP/1.0, which has none.',
    sends: (it) => request(it, { host: null, version: 'HTTP/1.0' }),
    comesBack: 403,
  },
  {
    sentence: 'Two names, ours first.',
    sends: (it) => request(it, { headers: ['Host: evil.example'] }),
    comesBack: 403,
  },
  {
    sentence: 'Our name twice.',
    sends: (it) => request(it, { headers: [`Host: localhost:${it.port}`] }),
    comesBack: 403,
  },
  {
    sentence: 'A stranger’s name, and ours where a proxy would put it.',
    sends: (it) =>
      request(it, {
        host: 'evil.example',
        headers: [`X-Forwarded-Host: localhost:${it.port}`, `Forwarded: host=localhost:${it.port}`],
      }),
    comesBack: 403,
  },
  {
    sentence: 'A script of another site.',
    sends: (it) => request(it, { headers: ['Origin: https://evil.example'] }),
    comesBack: 403,
  },
  {
    sentence: 'A page that hides where it is from.',
    sends: (it) => request(it, { headers: ['Origin: null'] }),
    comesBack: 403,
  },
  {
    sentence: 'A page of another program on this computer.',
    sends: (it) => request(it, { headers: ['Origin: http://localhost:3000'] }),
    comesBack: 403,
  },
  {
    sentence: 'A browser extension.',
    sends: (it) => request(it, { headers: [`Origin: chrome-extension://${'a'.repeat(32)}`] }),
    comesBack: 403,
  },
  {
    sentence: 'Our own origin and a stranger’s.',
    sends: (it) =>
      request(it, {
        headers: [`Origin: https://localhost:${it.port}`, 'Origin: https://evil.example'],
      }),
    comesBack: 403,
  },
  {
    sentence: 'A page that takes us for a picture.',
    sends: (it) => request(it, { headers: fetchedFor('no-cors', 'image') }),
    comesBack: 403,
  },
  {
    sentence: 'A page that takes us for a script.',
    sends: (it) => request(it, { headers: fetchedFor('no-cors', 'script') }),
    comesBack: 403,
  },
  {
    sentence: 'A page that puts us in a frame.',
    sends: (it) => request(it, { headers: fetchedFor('navigate', 'iframe') }),
    comesBack: 403,
  },
  {
    sentence: 'A script that asks without the right to read.',
    sends: (it) => request(it, { headers: fetchedFor('no-cors', 'empty') }),
    comesBack: 403,
  },
  {
    sentence: 'A page loaded ahead, before anybody goes there.',
    sends: (it) =>
      request(it, {
        headers: [...fetchedFor('navigate', 'document'), 'Sec-Purpose: prefetch;prerender'],
      }),
    comesBack: 403,
  },
  {
    sentence: 'A web socket.',
    sends: (it) =>
      request(it, {
        headers: [
          ...fetchedFor('websocket', 'websocket'),
          'Connection: Upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Version: 13',
          'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
        ],
      }),
    comesBack: 403,
  },
];
