// The environment variables people and tests may set. They are read once, here, at launch;
// the README documents them.

export interface Overrides {
  /** Base URLs of another FreshBooks; the auth room accepts loopback hosts only. */
  readonly authBaseUrl: string | undefined;
  readonly apiBaseUrl: string | undefined;
  readonly userDataFolder: string | undefined;
  /** Program started with the authorize URL instead of the default browser. */
  readonly browser: string | undefined;
}

export function readOverrides(
  environment: Readonly<Record<string, string | undefined>>,
): Overrides {
  return {
    authBaseUrl: environment.TRAYBOOKS_AUTH_BASE_URL || undefined,
    apiBaseUrl: environment.TRAYBOOKS_API_BASE_URL || undefined,
    userDataFolder: environment.TRAYBOOKS_USER_DATA_DIR || undefined,
    browser: environment.TRAYBOOKS_BROWSER || undefined,
  };
}
