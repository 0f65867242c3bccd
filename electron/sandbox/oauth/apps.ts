/**
 * The developer portal: apps, their secrets and the redirect URIs they may use
 * (freshbooks-api.md §1.4).
 */
import type { SandboxWorld } from '../sandbox-world.ts';
import type { RegisteredApp } from '../state/sandbox-state.ts';
import { isKnownScope } from './scopes.ts';
import { digestOf, matchesDigest, randomHex } from './secret-digest.ts';

export interface AppRegistration {
  readonly name: string;
  /** Matched character for character, trailing slash included. */
  readonly redirectUris: readonly string[];
  readonly scopes: readonly string[];
}

export interface AppCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * @throws TypeError for what the portal's form would refuse: a redirect URI that is not HTTPS (or
 *   plain HTTP on this machine, where the sandbox allows it), that has a query or a fragment, or a
 *   scope that does not exist
 */
export function registerApp(world: SandboxWorld, app: AppRegistration): AppCredentials {
  if (app.redirectUris.length === 0) throw new TypeError('An app needs a redirect URI.');
  for (const uri of app.redirectUris) {
    const reason = whyRefused(uri, world.allowHttpLoopbackRedirects);
    if (reason) throw new TypeError(`Redirect URI ${uri}: ${reason}`);
  }
  const unknown = app.scopes.find((scope) => !isKnownScope(scope));
  if (unknown !== undefined) throw new TypeError(`There is no scope ${unknown}.`);

  const clientId = randomHex(world.randomBytes, 32);
  const clientSecret = randomHex(world.randomBytes, 32);
  world.state.apps.push({
    clientId,
    secretDigest: digestOf(clientSecret),
    name: app.name,
    redirectUris: [...app.redirectUris],
    scopes: [...app.scopes],
  });
  return { clientId, clientSecret };
}

export function findApp(
  world: SandboxWorld,
  clientId: string | undefined,
): RegisteredApp | undefined {
  return world.state.apps.find((app) => app.clientId === clientId);
}

/** The app these credentials belong to; undefined for a wrong secret as for an unknown id. */
export function authenticateApp(
  world: SandboxWorld,
  clientId: string | undefined,
  clientSecret: string | undefined,
): RegisteredApp | undefined {
  const app = findApp(world, clientId);
  if (!app || clientSecret === undefined) return undefined;
  return matchesDigest(clientSecret, app.secretDigest) ? app : undefined;
}

function whyRefused(uri: string, allowHttpLoopback: boolean): string | null {
  const url = parseAddress(uri);
  if (!url) return 'not an address.';
  if (uri.includes('?')) return 'a query string is not allowed; use state.';
  if (uri.includes('#')) return 'a fragment is not allowed.';
  if (url.protocol === 'https:') return null;
  const onThisMachine = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol === 'http:' && onThisMachine && allowHttpLoopback) return null;
  return 'only HTTPS is allowed.';
}

/** `URL.canParse` would be shorter; the Node inside Electron 25 does not have it. */
function parseAddress(uri: string): URL | null {
  try {
    return new URL(uri);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
