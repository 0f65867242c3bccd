// What a person brings to connect. Held by the page only until the sign-in succeeded, so that a
// failure never costs them what they typed.
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

export const NO_CREDENTIALS: Credentials = { clientId: '', clientSecret: '' };
