// Masks what could be a token, a code or a client secret: long runs of hexadecimal or base64url,
// and anything after a telling name.
const LONG_RUN = /\b[A-Za-z0-9_-]{24,}(?:\.[A-Za-z0-9_-]+)*/g;
const NAMED =
  /\b(client_secret|client_id|code|state|access_token|refresh_token|code_verifier|authorization)(["']?\s*[=:]\s*["']?)(?:Bearer\s+)?[^\s"'&,}]+/gi;

export function maskSecrets(text: string): string {
  return text.replace(NAMED, '$1$2•••').replace(LONG_RUN, '•••');
}
