/**
 * What a person and her app do with the sandbox, over plain HTTP: open the consent page, press a
 * button, exchange the code, call the API. Independent of our own client.
 */
import { randomBytes } from 'node:crypto';
import {
  type Sandbox,
  type SandboxOptions,
  startSandbox,
} from '../../electron/sandbox/start-sandbox.ts';
import { consent } from './followed-browser.ts';

/** Noon-ish in Toronto on a Monday in November: late enough for two entries today. */
export const sandboxNoon = Date.UTC(2026, 10, 23, 18, 30);
export const redirectUri = 'http://localhost:47821/callback';
export const everyScope = [
  'user:profile:read',
  'user:invoices:read',
  'user:clients:read',
  'user:projects:read',
  'user:billable_items:read',
  'user:time_entries:read',
  'user:time_entries:write',
];

export interface Visitor {
  readonly sandbox: Sandbox;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Moves the sandbox's clock. */
  readonly advance: (milliseconds: number) => void;
}

export async function visitSandbox(
  options: Partial<SandboxOptions> & { readonly scopes?: readonly string[] } = {},
): Promise<Visitor> {
  let now = sandboxNoon;
  const sandbox = await startSandbox({ clock: () => now, randomBytes, ...options });
  const app = sandbox.registerApp({
    name: 'Traybooks',
    redirectUris: [redirectUri, 'https://localhost:47821/callback'],
    scopes: options.scopes ?? everyScope,
  });
  return {
    sandbox,
    ...app,
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}

export function authorizeUrl(
  visitor: Visitor,
  changes: Readonly<Record<string, string | undefined>> = {},
): string {
  const query = new URLSearchParams();
  const parameters = {
    response_type: 'code',
    client_id: visitor.clientId,
    redirect_uri: redirectUri,
    state: 'the-state',
    ...changes,
  };
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) query.set(name, value);
  }
  return `${visitor.sandbox.baseUrl}/oauth/authorize?${query}`;
}

/** Opens the consent page and presses a button; gives the address the browser is sent to. */
export async function answerConsent(
  visitor: Visitor,
  decision: 'authorize' | 'cancel',
  changes: Readonly<Record<string, string | undefined>> = {},
): Promise<URL> {
  return new URL(await consent(authorizeUrl(visitor, changes), decision));
}

/** Posts to the token address; members changed to undefined are left out. */
export function postToken(
  visitor: Visitor,
  members: Readonly<Record<string, string | undefined>>,
): Promise<Response> {
  return fetch(`${visitor.sandbox.baseUrl}/auth/oauth/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      client_id: visitor.clientId,
      client_secret: visitor.clientSecret,
      redirect_uri: redirectUri,
      ...members,
    }),
  });
}

export interface Tokens {
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
  readonly created_at: number;
  readonly scope: string;
}

/** The whole way from the consent page to a pair of tokens. */
export async function signIn(visitor: Visitor, scope?: string): Promise<Tokens> {
  const location = await answerConsent(visitor, 'authorize', { scope });
  const code = location.searchParams.get('code') ?? '';
  return tokensOf(await postToken(visitor, { grant_type: 'authorization_code', code }));
}

export async function refresh(visitor: Visitor, refreshToken: string): Promise<Response> {
  return postToken(visitor, { grant_type: 'refresh_token', refresh_token: refreshToken });
}

export async function tokensOf(answer: Response): Promise<Tokens> {
  if (!answer.ok) throw new Error(`No tokens: ${answer.status} ${await answer.text()}`);
  const tokens: Tokens = await answer.json();
  return tokens;
}

/** @param path with its query, from the root */
export function callApi(
  visitor: Visitor,
  accessToken: string,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  return fetch(`${visitor.sandbox.baseUrl}${path}`, {
    ...init,
    headers: { Authorization: `Bearer ${accessToken}`, ...init.headers },
  });
}
