import { describe, expect, it } from 'vitest';
import { readPastedAddress } from '../../../../electron/auth/pasted-address.ts';
import { createSignInState } from '../../../../electron/auth/sign-in-state.ts';

const CODE = '5b0e91c47d2f4a6e8c1b3d5f7a9e0c2b';
const state = () => createSignInState(() => new Uint8Array(32).fill(7));
const STATE = state().value;

const paste = (text: string) => readPastedAddress(text, state());
const taken = { ok: true, value: { kind: 'code', code: CODE } };
const notAnAddress = { ok: false, error: { code: 'sign-in-needed', reason: 'not-an-address' } };

describe('takes', () => {
  it.each([
    `https://localhost:47821/callback?code=${CODE}&state=${STATE}`,
    `http://localhost:47822/callback?code=${CODE}&state=${STATE}`,
    `https://127.0.0.1:47823/callback?state=${STATE}&code=${CODE}`,
    `https://[::1]:47823/callback?state=${STATE}&code=${CODE}`,
    `localhost:47821/callback?code=${CODE}&state=${STATE}`,
    `HTTPS://LOCALHOST:47821/callback?code=${CODE}&state=${STATE}`,
    `https://localhost:47821/callback?code=${CODE}&state=${STATE}#_`,
    `https://localhost:47821/callback?code=${CODE}&amp;state=${STATE}`,
    `  "https://localhost:47821/callback?code=${CODE}&state=${STATE}"  \n`,
    `“https://localhost:47821/callback?code=${CODE}&state=${STATE}”`,
    `<https://localhost:47821/callback?code=${CODE}&state=${STATE}>`,
    `https://localhost:47821/callback?code=${CODE.slice(0, 9)}\r\n  ${CODE.slice(9)}&state=${STATE}`,
    `?code=${CODE}&state=${STATE}`,
    `code=${CODE}&state=${STATE}`,
  ])('an address, however it was copied: %j', (text) => {
    expect(paste(text)).toEqual(taken);
  });

  it.each([CODE, ` ${CODE}\n`, `'${CODE}'`, `${CODE.slice(0, 16)}\n${CODE.slice(16)}`])(
    'a bare code: %j',
    (text) => {
      expect(paste(text)).toEqual({ ok: true, value: { ...taken.value, isBare: true } });
    },
  );

  it('a refusal too', () => {
    expect(paste(`https://localhost:47821/callback?error=access_denied&state=${STATE}`)).toEqual({
      ok: true,
      value: { kind: 'refusal', error: 'access_denied' },
    });
  });
});

describe('refuses', () => {
  it.each([
    `https://localhost:47821/callback?code=${CODE}&state=another`,
    `https://localhost:47821/callback?error=access_denied&state=another`,
    `code=${CODE}&state=another`,
  ])('an address of another sign-in: %s', (text) => {
    expect(paste(text)).toEqual({
      ok: false,
      error: { code: 'sign-in-needed', reason: 'wrong-state' },
    });
  });

  it.each([
    '',
    '   ',
    'hello',
    'I do not know what to paste here',
    'www.freshbooks.com',
    'https://my.freshbooks.com/#/developer',
    `https://evil.example/callback?code=${CODE}&state=${STATE}`,
    `https://localhost.evil.example/callback?code=${CODE}&state=${STATE}`,
    `https://localhost:47821/?code=${CODE}&state=${STATE}`,
    `https://localhost:47821/callback`,
    `https://localhost:47821/callback?code=${CODE}`,
    `https://localhost:47821/callback?code=${CODE}&code=${CODE}&state=${STATE}`,
    `javascript:location='https://localhost:47821/callback?code=${CODE}&state=${STATE}'`,
  ])('what is neither address nor code: %j', (text) => {
    expect(paste(text)).toEqual(notAnAddress);
  });

  it('the same address a second time', () => {
    const one = state();
    const address = `https://localhost:47821/callback?code=${CODE}&state=${STATE}`;
    expect(readPastedAddress(address, one)).toEqual(taken);
    expect(readPastedAddress(address, one).ok).toBe(false);
  });
});
