// What joining a login to FreshBooks takes from outside.

import type { UnfinishedSignIns } from '../../shared/connections.ts';
import type { DesktopKeychain } from '../../shared/desktop-keychain.ts';
import type { Fetch } from '../../shared/fetch.ts';
import type { RefreshNotes } from '../../shared/refresh-notes.ts';
import type { Result } from '../../shared/result.ts';
import type { Notice } from '../../shared/snapshot.ts';
import type { Timers } from '../../shared/timers.ts';
import type { EndpointOverrides } from '../auth/endpoints.ts';
import type { KeytarLike } from '../auth/keychain.ts';

export interface ConnectionsWorld {
  readonly clock: () => number;
  readonly timers: Timers;
  readonly randomBytes: (size: number) => Uint8Array;
  readonly randomId: () => string;
  /** For GETs. */
  readonly read: Fetch;
  /** For everything else; must never send a request twice by itself. */
  readonly write: Fetch;
  readonly openBrowser: (url: string) => Promise<Result<undefined>>;
  /** Where another FreshBooks is; only loopback is accepted. */
  readonly overrides: EndpointOverrides;
  /** `Traybooks/<version>` */
  readonly userAgent: string;
  /** Name under which secrets are kept; development builds use another than packaged ones. */
  readonly keychainService: string;
  /** The native module is loaded when a secret is first needed. */
  readonly loadKeytar: () => Promise<KeytarLike>;
  /** Which keychain the words are about, and what to install for it. */
  readonly desktopKeychain: DesktopKeychain;
  readonly unfinishedSignIns: UnfinishedSignIns;
  /** Loopback ports to listen on, tried in order. */
  readonly ports: readonly number[];
  /** Where the sample books survive a restart; an absolute path. */
  readonly folder: string;
  readonly refreshNotes: RefreshNotes;
  /** Tells the person something once. */
  readonly notify: (notice: Notice) => void;
  /** Takes back what was told, because it is true no more. */
  readonly withdrawNotice: (id: string) => void;
  /** Told of throws in what nobody waits for. */
  readonly reportBug: (error: unknown) => void;
}
