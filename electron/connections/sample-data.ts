// The embedded FreshBooks behind "Try with sample data". It starts when a sample connection is
// first needed and is then a FreshBooks like any other: own address, own app registration.
import { join } from 'node:path';
import { redirectUri } from '../../shared/redirect-uris.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { SCOPES } from '../../shared/scopes.ts';
import type { Notice } from '../../shared/snapshot.ts';
import type { ClientCredentials } from '../auth/token-pair.ts';
import type { Sandbox } from '../sandbox/start-sandbox.ts';

export interface SampleData {
  /**
   * Starts it when it is not running yet.
   * @returns e.g. `http://127.0.0.1:40123`, or `storage-unusable` when its file can be neither
   *   read nor set aside
   */
  baseUrl(): Promise<Result<string>>;
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
  readonly notify: (notice: Notice) => void;
}

const STARTED_AFRESH: Notice = {
  id: 'sample-data-damaged',
  text: 'The sample data was damaged. It was set aside and started afresh; your own books are not in it.',
};

export function createSampleData(world: SampleDataWorld): SampleData {
  let starting: Promise<Sandbox> | null = null;

  async function start(): Promise<Sandbox> {
    // Loaded here: most people never need it after their first day.
    const { startSandbox } = await import('../sandbox/start-sandbox.ts');
    const sandbox = await startSandbox({
      clock: world.clock,
      randomBytes: world.randomBytes,
      statePath: join(world.folder, 'sample-data.json'),
    });
    if (sandbox.damagedStateSetAsideAs !== null) world.notify(STARTED_AFRESH);
    return sandbox;
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
    async baseUrl() {
      try {
        return ok((await running()).baseUrl);
      } catch (error) {
        if (!isFileTrouble(error)) throw error;
        return failed({ code: 'storage-unusable', cause: 'cannot-open' });
      }
    },
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
      // Whoever wanted one that could not start has been told.
      const sandbox = await stopping?.catch(() => null);
      await sandbox?.stop();
    },
  };
}

function isFileTrouble(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}
