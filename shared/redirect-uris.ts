// The redirect URIs a FreshBooks app must register: exact, HTTPS, on fixed ports, because
// FreshBooks matches them character for character (freshbooks-api.md §1.4).

export const LOOPBACK_PORTS = [47821, 47822, 47823] as const;
export const CALLBACK_PATH = '/callback';

/** @param scheme `http` only for the sample data, which registers the plain form. */
export function redirectUri(scheme: 'https' | 'http', port: number): string {
  return `${scheme}://localhost:${port}${CALLBACK_PATH}`;
}

export const REDIRECT_URIS: readonly string[] = LOOPBACK_PORTS.map((port) =>
  redirectUri('https', port),
);
