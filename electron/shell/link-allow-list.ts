// The addresses the page may have opened: FreshBooks' own pages, over https.
const ALLOWED_HOSTS = new Set(['my.freshbooks.com', 'auth.freshbooks.com', 'www.freshbooks.com']);

export function isAllowedLink(text: string): boolean {
  const url = parsed(text);
  return (
    url !== null &&
    url.protocol === 'https:' &&
    ALLOWED_HOSTS.has(url.hostname) &&
    url.port === '' &&
    url.username === '' &&
    url.password === ''
  );
}

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
