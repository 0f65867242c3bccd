import https from 'node:https';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type LoopbackListener,
  openLoopbackListener,
} from '../../../../electron/auth/loopback-listener.ts';
import type { ProviderAnswer } from '../../../../electron/auth/provider-answer.ts';
import { createSignInState } from '../../../../electron/auth/sign-in-state.ts';
import { createCertificateSource } from '../../../../electron/auth/tls-certificate.ts';
import type { Result } from '../../../../shared/result.ts';
import { freePorts } from '../../../support/free-ports.ts';
import { listeningAddresses } from '../../../support/listening-sockets.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';
import { createMemoryKeychain, type MemoryKeychain } from '../../../support/memory-keychain.ts';
import { openRawConnection, sendRaw } from '../../../support/raw-connection.ts';

const STATE = createSignInState(() => new Uint8Array(32).fill(7)).value;
const RIGHT = `/callback?code=the-code&state=${STATE}`;

let time: ManualClock;
let keychain: MemoryKeychain;
let answers: ProviderAnswer[];
let afterAnswer: () => Promise<void>;
let port: number;
let listener: LoopbackListener;

async function open(
  scheme: 'https' | 'http',
  ports: readonly number[],
): Promise<Result<LoopbackListener>> {
  return openLoopbackListener({
    scheme,
    ports,
    state: createSignInState(() => new Uint8Array(32).fill(7)),
    certificate: createCertificateSource(keychain, Date.now),
    timers: time.timers,
    onAnswer: (answer) => {
      answers.push(answer);
      void afterAnswer();
    },
  });
}

beforeEach(async () => {
  time = manualClock();
  keychain = createMemoryKeychain();
  answers = [];
  afterAnswer = async () => {};
  port = (await freePorts(1))[0] ?? 0;
  const opened = await open('http', [port]);
  if (!opened.ok) throw new Error(opened.error.code);
  listener = opened.value;
});

afterEach(() => listener.close());

function requestText(
  line: string,
  headers: readonly string[] = [`Host: localhost:${port}`],
): string {
  return `${[line, ...headers].join('\r\n')}\r\n\r\n`;
}

function get(target: string): string {
  return requestText(`GET ${target} HTTP/1.1`);
}

function tlsGet(host: string, target: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = https.get(
      // The certificate is nobody's but ours, so this client accepts what a person clicks through.
      {
        host,
        port,
        path: target,
        rejectUnauthorized: false,
        headers: { Host: `localhost:${port}` },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    request.on('error', reject);
  });
}

describe('the answer FreshBooks sends', () => {
  it.each(['127.0.0.1', '::1'])('is taken over plain HTTP on %s', async (address) => {
    const reply = await sendRaw(port, get(RIGHT), address);
    expect(reply).toMatch(/^HTTP\/1\.1 200 /);
    expect(reply).toContain('answer arrived');
    expect(answers).toEqual([{ kind: 'code', code: 'the-code' }]);
  });

  it.each(['127.0.0.1', '::1'])('is taken over TLS on %s, on the same port', async (address) => {
    const reply = await tlsGet(address, RIGHT);
    expect(reply.status).toBe(200);
    expect(reply.text).toContain('answer arrived');
    expect(answers).toEqual([{ kind: 'code', code: 'the-code' }]);
  });

  it.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])(
    'is taken with Host %s',
    async (host) => {
      await sendRaw(port, requestText(`GET ${RIGHT} HTTP/1.1`, [`Host: ${host}:${port}`]));
      expect(answers).toHaveLength(1);
    },
  );

  it('is taken when it trickles in byte by byte', async () => {
    const { socket, received } = await openRawConnection(port);
    for (const byte of Buffer.from(get(RIGHT))) {
      await new Promise<void>((done) => socket.write(Buffer.from([byte]), () => done()));
    }
    expect(await received).toMatch(/^HTTP\/1\.1 200 /);
    expect(answers).toHaveLength(1);
  });

  it('is taken from a browser that says it is going there, and has many cookies', async () => {
    const reply = await sendRaw(
      port,
      requestText(`GET ${RIGHT} HTTP/1.1`, [
        `Host: localhost:${port}`,
        'Sec-Fetch-Site: cross-site',
        'Sec-Fetch-Mode: navigate',
        'Sec-Fetch-Dest: document',
        // Of other programs on this computer: cookies are shared by all ports of a host.
        `Cookie: session=${'c'.repeat(12_000)}`,
      ]),
    );
    expect(reply).toMatch(/^HTTP\/1\.1 200 /);
    expect(answers).toHaveLength(1);
  });

  it('may be a refusal, which ends the waiting as well', async () => {
    const reply = await sendRaw(port, get(`/callback?error=access_denied&state=${STATE}`));
    expect(reply).toMatch(/^HTTP\/1\.1 200 /);
    expect(reply).toContain('Nothing was connected');
    expect(answers).toEqual([{ kind: 'refusal', error: 'access_denied' }]);
  });

  it('counts once: a replay is refused', async () => {
    await sendRaw(port, get(RIGHT));
    expect(await sendRaw(port, get(RIGHT))).toMatch(/^HTTP\/1\.1 403 /);
    expect(answers).toHaveLength(1);
  });

  it('counts once, also when it comes twice in the same instant', async () => {
    const both = await Promise.all([openRawConnection(port), openRawConnection(port)]);
    for (const { socket } of both) socket.write(get(RIGHT).slice(0, -1));
    await sendRaw(port, get('/'));
    for (const { socket } of both) socket.write('\n');
    const replies = await Promise.all(both.map(({ received }) => received));
    expect(replies.filter((reply) => reply.startsWith('HTTP/1.1 200 '))).toHaveLength(1);
    expect(answers).toHaveLength(1);
  });

  it('gets a page that echoes nothing and takes the code out of the address bar', async () => {
    const reply = await sendRaw(port, get(`${RIGHT}&extra=canary`));
    for (const given of ['the-code', STATE, 'canary']) expect(reply).not.toContain(given);
    expect(reply).toContain("history.replaceState(null, '', '/callback')");
    expect(reply).toMatch(/Content-Security-Policy: default-src 'none'; script-src 'sha256-/);
    expect(reply).not.toContain('unsafe-inline');
    expect(reply).toContain('Cache-Control: no-store');
    expect(reply).toContain('Referrer-Policy: no-referrer');
  });
});

/** What arrives, what it is told, and how it is sent. Each must leave the listener waiting. */
const REFUSED: readonly (readonly [what: string, status: number, text: () => string])[] = [
  ['a wrong state', 403, () => get('/callback?code=c&state=wrong')],
  ['a state cut short', 403, () => get(`/callback?code=c&state=${STATE.slice(0, -1)}`)],
  ['a state with something added', 403, () => get(`/callback?code=c&state=${STATE}x`)],
  ['a state in other letters', 403, () => get(`/callback?code=c&state=${STATE.toLowerCase()}`)],
  ['a refusal with a wrong state', 403, () => get('/callback?error=access_denied&state=wrong')],
  ['no state', 400, () => get('/callback?code=c')],
  ['an empty state', 400, () => get('/callback?code=c&state=')],
  ['a refusal without state', 400, () => get('/callback?error=access_denied')],
  ['no code', 400, () => get(`/callback?state=${STATE}`)],
  ['an empty code', 400, () => get(`/callback?code=&state=${STATE}`)],
  [
    'a code too long to be one',
    400,
    () => get(`/callback?code=${'c'.repeat(3000)}&state=${STATE}`),
  ],
  ['two codes', 400, () => get(`/callback?code=a&code=b&state=${STATE}`)],
  ['two states', 400, () => get(`/callback?code=a&state=${STATE}&state=${STATE}`)],
  ['a right and a wrong state', 400, () => get(`/callback?code=a&state=${STATE}&state=x`)],
  ['a code and an error', 400, () => get(`/callback?code=a&error=b&state=${STATE}`)],
  ['another parameter twice', 400, () => get(`${RIGHT}&x=1&x=2`)],
  ['nothing asked', 400, () => get('/callback')],
  ['the root', 404, () => get('/')],
  ['a stray favicon', 404, () => get('/favicon.ico')],
  ['a trailing slash', 404, () => get(`/callback/?code=c&state=${STATE}`)],
  ['another spelling of the path', 404, () => get(`/CALLBACK?code=c&state=${STATE}`)],
  ['an encoded path', 404, () => get(`/%63allback?code=c&state=${STATE}`)],
  ['a climbing path', 404, () => get(`/x/../callback?code=c&state=${STATE}`)],
  ['a doubled slash', 404, () => get(`//callback?code=c&state=${STATE}`)],
  ['a whole address as target', 404, () => get(`http://localhost:${port}${RIGHT}`)],
  ['POST', 405, () => requestText(`POST ${RIGHT} HTTP/1.1`)],
  ['HEAD', 405, () => requestText(`HEAD ${RIGHT} HTTP/1.1`)],
  ['OPTIONS', 405, () => requestText(`OPTIONS ${RIGHT} HTTP/1.1`)],
  ['a foreign host', 403, () => requestText(`GET ${RIGHT} HTTP/1.1`, ['Host: evil.example'])],
  [
    'a foreign host with our port',
    403,
    () => requestText(`GET ${RIGHT} HTTP/1.1`, [`Host: evil.example:${port}`]),
  ],
  [
    'a host that starts like ours',
    403,
    () => requestText(`GET ${RIGHT} HTTP/1.1`, [`Host: localhost.evil.example:${port}`]),
  ],
  [
    'our host without the port',
    403,
    () => requestText(`GET ${RIGHT} HTTP/1.1`, ['Host: localhost']),
  ],
  [
    'our host on another port',
    403,
    () => requestText(`GET ${RIGHT} HTTP/1.1`, ['Host: localhost:1']),
  ],
  ['no host', 400, () => requestText(`GET ${RIGHT} HTTP/1.1`, [])],
  ['no host in HTTP/1.0', 403, () => requestText(`GET ${RIGHT} HTTP/1.0`, [])],
  [
    'two hosts',
    403,
    () => requestText(`GET ${RIGHT} HTTP/1.1`, [`Host: localhost:${port}`, 'Host: evil.example']),
  ],
  [
    'a foreign origin',
    403,
    () =>
      requestText(`GET ${RIGHT} HTTP/1.1`, [
        `Host: localhost:${port}`,
        'Origin: https://evil.example',
      ]),
  ],
  [
    'a hidden origin',
    403,
    () => requestText(`GET ${RIGHT} HTTP/1.1`, [`Host: localhost:${port}`, 'Origin: null']),
  ],
  ...['Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: iframe', 'Sec-Purpose: prefetch;prerender'].map(
    (header) =>
      [
        `a page’s own fetching (${header})`,
        403,
        () => requestText(`GET ${RIGHT} HTTP/1.1`, [`Host: localhost:${port}`, header]),
      ] as const,
  ),
  [
    'a body',
    400,
    () =>
      `${requestText(`GET ${RIGHT} HTTP/1.1`, [`Host: localhost:${port}`, 'Content-Length: 1'])}x`,
  ],
  [
    'an expectation nobody can meet',
    404,
    () => requestText('GET / HTTP/1.1', [`Host: localhost:${port}`, 'Expect: a-miracle']),
  ],
  ['another request, with the answer sent right behind it', 404, () => get('/') + get(RIGHT)],
  [
    'more headers than a browser sends',
    431,
    () =>
      requestText(`GET ${RIGHT} HTTP/1.1`, [`Host: localhost:${port}`, `X: ${'h'.repeat(17_000)}`]),
  ],
  [
    'a megabyte of headers',
    431,
    () =>
      requestText(`GET ${RIGHT} HTTP/1.1`, [
        `Host: localhost:${port}`,
        ...Array.from({ length: 1024 }, (_, at) => `X-${at}: ${'h'.repeat(1000)}`),
      ]),
  ],
  ['a target of a megabyte', 431, () => get(`${RIGHT}&x=${'x'.repeat(1_000_000)}`)],
  ['a line that is no request', 400, () => 'hello there\r\n\r\n'],
  ['an invented method', 400, () => requestText(`GETT ${RIGHT} HTTP/1.1`)],
  ['a broken header', 400, () => requestText(`GET ${RIGHT} HTTP/1.1`, ['Host localhost'])],
  [
    'two lengths for one body',
    400,
    () =>
      requestText(`POST ${RIGHT} HTTP/1.1`, [
        `Host: localhost:${port}`,
        'Content-Length: 1',
        'Transfer-Encoding: chunked',
      ]),
  ],
];

describe('what is not the answer gets a plain refusal, and the listener keeps waiting', () => {
  it.each(REFUSED)('%s is told %i', async (_what, status, text) => {
    const reply = await sendRaw(port, text());
    expect(reply.split('\r\n')[0]).toContain(` ${status} `);
    expect(reply).not.toContain(STATE);
    expect(answers).toEqual([]);

    expect(await sendRaw(port, get(RIGHT))).toMatch(/^HTTP\/1\.1 200 /);
    expect(answers).toEqual([{ kind: 'code', code: 'the-code' }]);
  });

  it.each<readonly [what: string, bytes: Uint8Array]>([
    ['a TLS byte alone', Buffer.from([0x16])],
    ['TLS garbage', Buffer.concat([Buffer.from([0x16, 3, 1, 2, 0]), Buffer.alloc(512, 0xaa)])],
    ['a TLS alert', Buffer.from([0x15, 3, 1, 0, 2, 1, 0])],
    ['zeros', Buffer.alloc(4096)],
    ['an SSH greeting', Buffer.from('SSH-2.0-stranger\r\n')],
    ['half a request', Buffer.from('GET /callback HTTP/1.1\r\nHost: loc')],
    ['CONNECT', Buffer.from('CONNECT localhost:443 HTTP/1.1\r\nHost: localhost:443\r\n\r\n')],
  ])('%s is dropped in the end', async (_what, bytes) => {
    const { socket, received } = await openRawConnection(port);
    await new Promise<void>((done) => socket.write(bytes, () => done()));
    // Later than the bytes above on the same event loop: it has seen them by now.
    await sendRaw(port, get('/'));
    time.advance(15_000);
    await received;
    await sendRaw(port, get(RIGHT));
    expect(answers).toHaveLength(1);
  });

  it('a connection that says nothing is dropped after its time, and never in the way', async () => {
    const silent = await Promise.all(Array.from({ length: 20 }, () => openRawConnection(port)));
    await sendRaw(port, get('/'));
    time.advance(14_999);
    expect(silent.some(({ socket }) => socket.destroyed)).toBe(false);
    time.advance(1);
    await Promise.all(silent.map(({ received }) => received));
    await sendRaw(port, get(RIGHT));
    expect(answers).toHaveLength(1);
  });

  it('a crowd of silent connections loses its oldest, not the answer', async () => {
    const crowd = await Promise.all(Array.from({ length: 501 }, () => openRawConnection(port)));
    expect(await sendRaw(port, get(RIGHT))).toMatch(/^HTTP\/1\.1 200 /);
    // One made room for the crowd's last, one for the answer.
    await Promise.race(crowd.map(({ received }) => received));
    expect(crowd.filter(({ socket }) => !socket.destroyed).length).toBeGreaterThan(490);
    expect(answers).toHaveLength(1);
  });

  it('a client that does not trust the certificate ends its own connection only', async () => {
    const distrustful = new Promise<string>((resolve) => {
      https
        .get({ host: '127.0.0.1', port, path: RIGHT }, () => resolve('trusted'))
        .on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
    });
    expect(await distrustful).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
    expect(answers).toEqual([]);
    expect((await tlsGet('127.0.0.1', RIGHT)).status).toBe(200);
  });

  it('five hundred at once, one of them right, leave one answer', async () => {
    const texts = Array.from({ length: 500 }, (_, at) =>
      get(at === 250 ? RIGHT : `/callback?code=c${at}&state=wrong${at}`),
    );
    const replies = await Promise.all(texts.map((text) => sendRaw(port, text)));
    expect(replies.filter((reply) => reply.startsWith('HTTP/1.1 200 '))).toHaveLength(1);
    expect(answers).toEqual([{ kind: 'code', code: 'the-code' }]);
  });
});

describe('the port', () => {
  it('is open on the two loopback addresses only', () => {
    expect([...listeningAddresses(port)].sort()).toEqual(['127.0.0.1', '::1']);
  });

  it('is free again after closing, with every connection ended', async () => {
    const silent = await openRawConnection(port);
    await sendRaw(port, get('/'));
    await listener.close();
    await silent.received;
    expect(listeningAddresses(port)).toEqual([]);
    expect(time.pending).toEqual([]);
  });

  it('delivers the last page in full when closed at once', async () => {
    afterAnswer = () => listener.close();
    const reply = await tlsGet('127.0.0.1', RIGHT);
    expect(reply.text).toContain('</html>');
  });

  it('is the next one when another program holds the first on either address', async () => {
    const [first = 0, second = 0, third = 0] = await freePorts(3);
    const onIpv4 = createServer();
    const onIpv6 = createServer();
    await new Promise<void>((done) => onIpv4.listen(first, '127.0.0.1', done));
    await new Promise<void>((done) => onIpv6.listen(second, '::1', done));
    const opened = await open('https', [first, second, third]);
    expect(opened).toMatchObject({
      ok: true,
      value: { redirectUri: `https://localhost:${third}/callback` },
    });
    // Nothing of the attempts on the taken ports stays behind.
    expect(listeningAddresses(first)).toEqual(['127.0.0.1']);
    expect(listeningAddresses(second)).toEqual(['::1']);
    if (opened.ok) await opened.value.close();
    await Promise.all([onIpv4, onIpv6].map((one) => new Promise((done) => one.close(done))));
  });

  it('is said to be in use when all are taken', async () => {
    expect(await open('http', [port])).toEqual({
      ok: false,
      error: { code: 'port-in-use', ports: [port] },
    });
  });
});

describe('the certificate', () => {
  it('is not made for plain HTTP', async () => {
    await sendRaw(port, get(RIGHT));
    expect(keychain.changes).toEqual([]);
  });

  it('is made at the first TLS byte', async () => {
    await tlsGet('127.0.0.1', RIGHT);
    expect(keychain.changes).toEqual(['loopback-certificate']);
  });

  it('answers over TLS although the keychain was locked while the person was away', async () => {
    await listener.close();
    const opened = await open('https', [port]);
    if (!opened.ok) throw new Error(opened.error.code);
    keychain.readTrouble = 'locked';
    const reply = await tlsGet('127.0.0.1', RIGHT);
    await opened.value.close();
    expect(reply.status).toBe(200);
  });

  it('without a keychain HTTPS does not start, and no port is held', async () => {
    const [other = 0] = await freePorts(1);
    keychain.readTrouble = 'missing';
    expect(await open('https', [other])).toEqual({
      ok: false,
      error: { code: 'keychain-unavailable', cause: 'missing' },
    });
    expect(listeningAddresses(other)).toEqual([]);
  });
});
