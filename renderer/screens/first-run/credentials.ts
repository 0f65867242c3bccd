// What a person brings to connect. Held by the page only until the sign-in succeeded, so that a
// failure never costs them what they typed.
import { CREDENTIAL_LENGTH } from '../../../shared/credential-length.ts';
import { cleanPastedText } from './pasted-text.ts';

export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

export const NO_CREDENTIALS: Credentials = { clientId: '', clientSecret: '' };

/** What is sent of what the fields hold. */
export function cleanCredentials({ clientId, clientSecret }: Credentials): Credentials {
  return { clientId: cleanPastedText(clientId), clientSecret: cleanPastedText(clientSecret) };
}

export function isComplete({ clientId, clientSecret }: Credentials): boolean {
  return clientId !== '' && clientSecret !== '';
}

/**
 * Whether both look as FreshBooks makes them. Only such a pair is sent to FreshBooks as soon as
 * it was pasted: anything else on the clipboard may be somebody's password.
 */
export function looksIssued({ clientId, clientSecret }: Credentials): boolean {
  const isIssued = (text: string) => /^[0-9a-f]{32,}$/i.test(text);
  return isIssued(clientId) && isIssued(clientSecret) && clientId !== clientSecret;
}

/** Why this cannot be a pair, which nobody needs to ask FreshBooks; null when it may be one. */
export function whyNoPair(credentials: Credentials): string | null {
  const { clientId, clientSecret } = credentials;
  for (const [name, value] of [
    ['client ID', clientId],
    ['client secret', clientSecret],
  ] as const) {
    if (value.includes('://')) return `The ${name} is an address here. Copy the ${name} alone.`;
    if (value.length > CREDENTIAL_LENGTH) {
      return `The ${name} is far too long here. Copy the ${name} alone.`;
    }
  }
  if (isComplete(credentials) && clientId === clientSecret) {
    return 'Both fields hold the same. The ID and the secret are two different values.';
  }
  return null;
}
