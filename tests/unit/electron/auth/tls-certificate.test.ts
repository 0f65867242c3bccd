import { X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';
import { createCertificateSource } from '../../../../electron/auth/tls-certificate.ts';
import { createMemoryKeychain } from '../../../support/memory-keychain.ts';

const DAY_MS = 24 * 3_600_000;
const NOW = Date.UTC(2026, 8, 3, 9);

async function certificateAt(nowMs: number, keychain = createMemoryKeychain()) {
  const made = await createCertificateSource(keychain, () => nowMs)();
  if (!made.ok) throw new Error(made.error.code);
  return made.value;
}

it('is for this computer’s loopback names only, on the P-256 curve, and no authority', async () => {
  const { cert, key } = await certificateAt(NOW);
  const read = new X509Certificate(cert);
  expect(read.subjectAltName?.split(', ').sort()).toEqual([
    'DNS:localhost',
    'IP Address:0:0:0:0:0:0:0:1',
    'IP Address:127.0.0.1',
  ]);
  expect(read.publicKey.asymmetricKeyDetails).toMatchObject({ namedCurve: 'prime256v1' });
  expect(read.ca).toBe(false);
  expect(key).toMatch(/^-----BEGIN PRIVATE KEY-----/);
});

it('is made once for an installation and kept in one entry small enough for Windows', async () => {
  const keychain = createMemoryKeychain();
  const source = createCertificateSource(keychain, () => NOW);
  const [first, second] = await Promise.all([source(), source()]);
  expect(second).toEqual(first);
  expect(await certificateAt(NOW + 300 * DAY_MS, keychain)).toEqual(first.ok && first.value);
  expect(keychain.changes).toEqual(['loopback-certificate']);
  expect(Buffer.byteLength([...keychain.entries.values()][0] ?? '')).toBeLessThan(2_560);
});

it('is replaced a month before it expires', async () => {
  const keychain = createMemoryKeychain();
  const first = await certificateAt(NOW, keychain);
  expect(await certificateAt(NOW + 334 * DAY_MS, keychain)).toEqual(first);
  const second = await certificateAt(NOW + 336 * DAY_MS, keychain);
  expect(second.cert).not.toBe(first.cert);
  expect(Date.parse(new X509Certificate(second.cert).validTo)).toBeGreaterThan(NOW + 700 * DAY_MS);
});

it('is replaced when it was made while the clock was ahead', async () => {
  const keychain = createMemoryKeychain();
  const first = await certificateAt(NOW + 90 * DAY_MS, keychain);
  const second = await certificateAt(NOW, keychain);
  expect(second.cert).not.toBe(first.cert);
  expect(Date.parse(new X509Certificate(second.cert).validFrom)).toBeLessThanOrEqual(NOW);
});

it.each(['', 'nonsense', '{}', '{"key":"x","cert":"y"}'])(
  'is replaced when the kept one is damaged: %j',
  async (entry) => {
    const keychain = createMemoryKeychain();
    keychain.entries.set('loopback-certificate', entry);
    expect((await certificateAt(NOW, keychain)).cert).toMatch(/^-----BEGIN CERTIFICATE-----/);
  },
);

it('is replaced when key and certificate do not match', async () => {
  const [one, two] = [await certificateAt(NOW), await certificateAt(NOW)];
  const keychain = createMemoryKeychain();
  keychain.entries.set('loopback-certificate', JSON.stringify({ key: one.key, cert: two.cert }));
  expect((await certificateAt(NOW, keychain)).cert).not.toBe(two.cert);
});

it('is not used when its key could not be kept', async () => {
  const keychain = createMemoryKeychain();
  keychain.writeTrouble = 'locked';
  expect(await createCertificateSource(keychain, () => NOW)()).toEqual({
    ok: false,
    error: { code: 'keychain-unavailable', cause: 'locked' },
  });
});
