/**
 * The look of an access token: a JWT of about a thousand characters. Real ones are that long, and
 * a store that cuts at 512 or 1,000 characters must be noticed here and not at a customer's.
 */
import type { SandboxWorld } from '../sandbox-world.ts';

export function accessTokenText(
  world: SandboxWorld,
  claims: {
    readonly clientId: string;
    readonly createdAt: number;
    readonly expiresAtMs: number;
  },
): string {
  const header = { alg: 'RS512', typ: 'JWT', kid: random(world, 12) };
  const payload = {
    iat: claims.createdAt,
    exp: Math.floor(claims.expiresAtMs / 1000),
    sub: String(world.state.books.identity.id),
    client_id: claims.clientId,
    jti: random(world, 24),
  };
  // The signature is noise: nobody may verify it, since FreshBooks publishes no key.
  return `${base64url(header)}.${base64url(payload)}.${random(world, 480)}`;
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function random(world: SandboxWorld, bytes: number): string {
  return Buffer.from(world.randomBytes(bytes)).toString('base64url');
}
