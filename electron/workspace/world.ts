// Everything the workspace takes from outside, so that it runs the same under a test's clock and
// in a folder of its own.
import type { Connections } from '../../shared/connections.ts';
import type { RefreshNotes } from '../../shared/refresh-notes.ts';
import type { SettingsSlice } from '../../shared/snapshot.ts';
import type { Timers } from '../../shared/timers.ts';
import type { SettingsFile } from './settings-file.ts';

export interface WorkspaceWorld {
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  /** Milliseconds since any beginning: for waits that no setting of the clock may shorten. */
  readonly uptime: () => number;
  readonly timers: Timers;
  /** Unique text of at least 122 random bits, e.g. a UUID. */
  readonly randomId: () => string;
  /** 0 ≤ answer < 1. */
  readonly random: () => number;
  /** Absolute path of the one database file; its folder is made when missing. */
  readonly databasePath: string;
  readonly settingsFile: SettingsFile;
  /** Called when a connection is first needed, never on the way to the first snapshot. */
  readonly connections: (refreshNotes: RefreshNotes) => Promise<Connections>;
  /** IANA name; asked again each time, because laptops travel. */
  readonly machineTimeZone: () => string;
  /** Told of what should not have happened and was turned into an error value. */
  readonly reportBug: (error: unknown) => void;
  readonly version: string;
  readonly platform: SettingsSlice['platform'];
  /** Runtime and desktop, a line each, for support. */
  readonly system: readonly string[];
}
