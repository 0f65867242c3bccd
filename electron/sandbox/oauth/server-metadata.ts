/**
 * The addresses of the auth service: FreshBooks documents one set and advertises another, and both
 * work (freshbooks-api.md §1.1).
 */
export const authorizePaths = [
  '/oauth/authorize',
  '/oauth/authorize/',
  '/service/auth/oauth/authorize',
] as const;
export const tokenPaths = ['/auth/oauth/token', '/service/auth/oauth/token'] as const;
export const revokePaths = ['/auth/oauth/revoke', '/service/auth/oauth/revoke'] as const;
export const metadataPath = '/.well-known/oauth-authorization-server';

/** @param baseUrl this server's own, without a trailing slash */
export function serverMetadata(baseUrl: string): object {
  return {
    issuer: baseUrl,
    authorization_endpoint: `${baseUrl}/service/auth/oauth/authorize`,
    token_endpoint: `${baseUrl}/service/auth/oauth/token`,
    revocation_endpoint: `${baseUrl}/service/auth/oauth/revoke`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  };
}
