// The embedded FreshBooks behind "Try with sample data". It starts when a sample connection is
// first needed and is then a FreshBooks like any other: own address, own app registration.
import { join } from 'node:path';
import { redirectUri } from '../../shared/redirect-uris.ts';
import { SCOPES } from '../../shared/scopes.ts';
import type { ClientCredentials } from '../auth/token-pair.ts';
import type { Sandbox } from '../sandbox/start-sandbox.ts';

export interface SampleData {
  /** Starts it when it is not running yet. @returns e.g. `http://127.0.0.1:40123` */
  baseUrl(): Promise<string>;
  /** What a person does on the developer portal, done for them. */
  registerApp(): Promise<ClientCredentials>;
  close(): Promise<void>;
}

export interface SampleDataWorld {
  readonly clock: () => number;
  readonly randomBytes: (size: number) => Uint8Array;
  /** Loopback ports a sign-in may listen on. */
  readonly ports: readonly number[];
  /** Folder in which the sample books survive a restart. */
  readonly folder: string;
}

export function createSampleData(world: SampleDataWorld): SampleData {
  let starting: Promise<Sandbox> | null = null;

  async function start(): Promise<Sandbox> {
    // Loaded here: most people never need it after their first day.
    const { startSandbox } = await import('../sandbox/start-sandbox.ts');
    return startSandbox({
      clock: world.clock,
      randomBytes: world.randomBytes,
      statePath: join(world.folder, 'sample-data.json'),
    });
  }

  function running(): Promise<Sandbox> {
    starting ??= start().catch((error: unknown) => {
      // The next one to ask may have better luck.
      starting = null;
      throw error;
    });
    return starting;
  }

  return {
    baseUrl: async () => (await running()).baseUrl,
    async registerApp() {
      const sandbox = await running();
      return sandbox.registerApp({
        name: 'Traybooks',
        // The plain form, so that nobody's first minute is a certificate warning.
        redirectUris: world.ports.map((port) => redirectUri('http', port)),
        scopes: [...SCOPES],
      });
    },
    async close() {
      const stopping = starting;
      starting = null;
      if (stopping) await (await stopping).stop();
    },
  };
}
