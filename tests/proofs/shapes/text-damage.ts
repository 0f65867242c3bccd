// What can happen to the text of a body, whatever it says.
import fc from 'fast-check';
import { ACCESS_TOKEN } from './marked-secrets.ts';

export interface TextDamage {
  readonly name: string;
  readonly isHarmless?: boolean;
  readonly apply: (text: string) => string | Uint8Array<ArrayBuffer>;
}

const HTML = `<html><head><title>502</title></head><body>${ACCESS_TOKEN}</body></html>`;
const NONE: TextDamage = { name: 'none', isHarmless: true, apply: (text) => text };

const FIXED: readonly TextDamage[] = [
  { name: 'spaces around', isHarmless: true, apply: (text) => `\r\n \t${text}\n\n` },
  { name: 'a byte order mark', isHarmless: true, apply: (text) => `\ufeff${text}` },
  { name: 'a web page', apply: () => HTML },
  { name: 'a web page after a blank line', apply: () => `\n\n${HTML}` },
  { name: 'nothing', apply: () => '' },
  { name: 'spaces', apply: () => ' \n ' },
  { name: 'null', apply: () => 'null' },
  { name: 'a number', apply: () => '17' },
  { name: 'a text', apply: () => JSON.stringify(ACCESS_TOKEN) },
  { name: 'an empty list', apply: () => '[]' },
  { name: 'an empty object', apply: () => '{}' },
  { name: 'in a list', apply: (text) => `[${text}]` },
  { name: 'twice', apply: (text) => `${text}${text}` },
  { name: 'a guard before it', apply: (text) => `)]}',\n${text}` },
  { name: 'single quotes', apply: (text) => text.replaceAll('"', "'") },
  { name: 'NaN for numbers', apply: (text) => text.replaceAll(/:\d+/g, ':NaN') },
  { name: 'overflowing numbers', apply: (text) => text.replaceAll(/:(\d+)/g, ':$1e400') },
  { name: 'in UTF-16', apply: (text) => new Uint8Array(Buffer.from(text, 'utf16le')) },
  { name: 'a broken byte', apply: (text) => withBrokenByte(text) },
  { name: 'a huge page', apply: () => `<html>${'<p>busy</p>'.repeat(100_000)}` },
];

/** Mostly none: a text that is no JSON is soon told. */
export const textDamage: fc.Arbitrary<TextDamage> = fc.oneof(
  { weight: 80, arbitrary: fc.constant(NONE) },
  { weight: 12, arbitrary: fc.constantFrom(...FIXED) },
  { weight: 8, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }).map(truncated) },
);

function truncated(share: number): TextDamage {
  return {
    name: `cut off at ${share.toFixed(3)}`,
    // Bytes, so that a letter may be cut in two.
    apply: (text) => {
      const bytes = new Uint8Array(Buffer.from(text));
      return bytes.slice(0, Math.floor(share * bytes.length));
    },
  };
}

function withBrokenByte(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Buffer.from(text));
  bytes[Math.floor(bytes.length / 2)] = 0xff;
  return bytes;
}
