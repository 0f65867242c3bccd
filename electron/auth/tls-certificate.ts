// The listener's certificate: made on this computer, for this computer's loopback names only,
// and never added to a trust store. Its key is a secret like any other and lives in the keychain.
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { ok, type Result } from '../../shared/result.ts';
import type { Keychain } from './keychain.ts';
import type { Clock } from './outside-world.ts';

export interface TlsCertificate {
  /** PEM */
  readonly key: string;
  /** PEM */
  readonly cert: string;
}

/** Errors: `keychain-unavailable`. */
export type CertificateSource = () => Promise<Result<TlsCertificate>>;

const ENTRY = 'loopback-certificate';
const DAY_MS = 24 * 3_600_000;
const LIFE_MS = 365 * DAY_MS;
const RENEWED_BEFORE_EXPIRY_MS = 30 * DAY_MS;

/** Some clocks run behind; a certificate "from the future" is one more warning to explain. */
const BACKDATED_MS = DAY_MS;

const stored = z.object({ key: z.string(), cert: z.string() });

/**
 * One certificate per installation, made when first asked for and replaced before it expires or
 * when the stored one is damaged. Key and certificate share an entry so that they always match;
 * together they stay under the 2,560 bytes of one Windows credential.
 */
export function createCertificateSource(keychain: Keychain, clock: Clock): CertificateSource {
  let pending: Promise<Result<TlsCertificate>> | null = null;

  async function readOrMake(): Promise<Result<TlsCertificate>> {
    const entry = await keychain.read(ENTRY);
    if (!entry.ok) return entry;
    const known = usable(entry.value, clock());
    if (known) return ok(known);
    const made = await makeCertificate(clock());
    const written = await keychain.write(ENTRY, JSON.stringify(made));
    return written.ok ? ok(made) : written;
  }

  return () => {
    pending ??= readOrMake().finally(() => {
      pending = null;
    });
    return pending;
  };
}

function usable(entry: string | null, nowMs: number): TlsCertificate | null {
  if (entry === null) return null;
  try {
    const pair = stored.parse(JSON.parse(entry));
    const cert = new X509Certificate(pair.cert);
    const fits = cert.checkPrivateKey(createPrivateKey(pair.key));
    // Made while the clock was ahead, it would be one "from the future" once the clock is right.
    const hasBegun = Date.parse(cert.validFrom) <= nowMs;
    const lasts = Date.parse(cert.validTo) - nowMs > RENEWED_BEFORE_EXPIRY_MS;
    return fits && hasBegun && lasts ? pair : null;
  } catch {
    // Damaged in one of many ways; a new one heals all of them.
    return null;
  }
}

async function makeCertificate(nowMs: number): Promise<TlsCertificate> {
  // Loaded here because it is large, and most launches never sign in.
  const { generate } = await import('selfsigned');
  const made = await generate([{ name: 'commonName', value: 'Traybooks on this computer' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    notBeforeDate: new Date(nowMs - BACKDATED_MS),
    notAfterDate: new Date(nowMs + LIFE_MS),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  return { key: made.private, cert: made.cert };
}
