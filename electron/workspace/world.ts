// Everything the workspace takes from outside, so that it runs the same under a test's clock and
// in a folder of its own.
import type { Connections } from '../../shared/connections.ts';
import type { SettingsSlice } from '../../shared/snapshot.ts';
import type { SettingsFile } from './settings-file.ts';

export interface Timers {
  /** @param ms at most 2³¹−1, as for `setTimeout` */
  set(callback: () => void, ms: number): unknown;
  clear(timer: unknown): void;
}

export interface WorkspaceWorld {
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly timers: Timers;
  /** Unique text of at least 122 random bits, e.g. a UUID. */
  readonly randomId: () => string;
  /** Absolute path of the one database file; its folder is made when missing. */
  readonly databasePath: string;
  readonly settingsFile: SettingsFile;
  /** Called when a connection is first needed, never on the way to the first snapshot. */
  readonly connections: () => Promise<Connections>;
  /** IANA name; asked again each time, because laptops travel. */
  readonly machineTimeZone: () => string;
  readonly version: string;
  readonly platform: SettingsSlice['platform'];
}
