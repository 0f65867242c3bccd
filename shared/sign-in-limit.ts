// How long a sign-in waits for the browser: long enough to find a password manager and a second
// factor, short enough that a forgotten listener does not stay.
export const SIGN_IN_LIMIT_MS = 5 * 60_000;
