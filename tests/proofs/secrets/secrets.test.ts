// The short form: one day with few troubles. That the search is not blind is part of the proof
// itself, which lays a secret in each kind of place at its end and must find it there.
import { describe, expect, it } from 'vitest';
import { makeCanaries } from './canaries.ts';
import { needlesOf } from './encodings.ts';
import { openEvidence } from './evidence.ts';
import { prove } from './prove.ts';

const seed = Math.floor(Math.random() * 2 ** 31);

const { randomBytes, needles, thrown } = makeCanaries(seed);
// The first is an app's client id.
randomBytes(32);
const secret = Buffer.from(randomBytes(32)).toString('hex');
const token = [
  'eyJhbGciOiJSUzUxMiJ9',
  base64url(JSON.stringify({ jti: base64url(randomBytes(24)) })),
  base64url(randomBytes(480)),
].join('.');

describe('secrets', () => {
  it('lie nowhere but in the keychain, whatever goes wrong', async () => {
    console.log(`seed ${seed}`);
    const told: string[] = [];
    const { figures, holds } = await prove({ seed, rounds: 1, say: (s) => told.push(s) });
    expect(holds, told.join('\n')).toBe(true);
    expect(figures.canaries).toBe(0);
  });
});

describe('a search for them', () => {
  it('looks for what FreshBooks throws, and for its first app’s id not', () => {
    expect(thrown()).toBe(3);
  });

  it.each([
    ['as it is', (text: string) => text],
    ['half of it', (text: string) => text.slice(0, Math.ceil(text.length / 2))],
    ['the end of it', (text: string) => text.slice(-48)],
    ['in base64', (text: string) => Buffer.from(text).toString('base64')],
    ['in base64 after something', (text: string) => Buffer.from(`id:${text}`).toString('base64')],
    ['in base64url', (text: string) => Buffer.from(`{"t":"${text}`).toString('base64url')],
    ['in hexadecimal', (text: string) => Buffer.from(text).toString('hex')],
    ['in UTF-16', (text: string) => Buffer.from(text, 'utf16le')],
    ['percent-encoded', (text: string) => encodeURIComponent(text)],
    ['in JSON in JSON', (text: string) => JSON.stringify(JSON.stringify({ text }))],
    ['decoded', decoded],
  ])('finds one %s', (_, write) => {
    for (const found of [secret, token]) {
      const evidence = openEvidence(needles, []);
      evidence.look(
        'file',
        'a file',
        Buffer.concat([Buffer.from('before '), toBuffer(write(found))]),
      );
      expect(evidence.findings, found.slice(0, 20)).not.toEqual([]);
    }
  });

  it('finds what a person typed however its quotes and spaces are written', () => {
    const typed = 'a "b" & c/+é=';
    const guises = [JSON.stringify(typed), encodeURIComponent(typed), `x=${typed}`];
    for (const guise of [...guises, new URLSearchParams({ x: typed }).toString()]) {
      const evidence = openEvidence(() => needlesOf('typed', typed), []);
      evidence.look('output', 'stderr', guise);
      expect(evidence.findings, guise).not.toEqual([]);
    }
  });

  it('finds nothing where there is none', () => {
    const evidence = openEvidence(needles, []);
    evidence.look('file', 'a file', Buffer.from(makeCanaries(seed + 1).randomBytes(4_000)));
    evidence.look('file', 'a file', Buffer.alloc(4_000));
    expect(evidence.findings).toEqual([]);
  });
});

function base64url(what: string | Uint8Array): string {
  return Buffer.from(what).toString('base64url');
}

function decoded(text: string): Buffer {
  if (text === secret) return Buffer.from(text, 'hex');
  return Buffer.concat(text.split('.').map((part) => Buffer.from(part, 'base64url')));
}

function toBuffer(written: string | Buffer): Buffer {
  return typeof written === 'string' ? Buffer.from(written) : written;
}
