// What the workspace does without being asked, and when: the regular refresh, unsent entries,
// and midnight, when "today" and lateness change though no data did.
import type { SettingsSlice } from '../../shared/snapshot.ts';
import type { Timers } from '../../shared/timers.ts';
import { nextMidnight } from './business-day.ts';
import type { BusinessLists } from './business-lists.ts';
import type { Logins } from './logins.ts';
import type { Outbox } from './outbox.ts';
import type { Pauses } from './pauses.ts';
import { Schedule } from './schedule.ts';
import type { StoredConnection, StoredConnections } from './stored-connections.ts';
import type { Sync } from './sync.ts';

export interface RhythmWorld {
  readonly clock: () => number;
  readonly timers: Timers;
  readonly stored: StoredConnections;
  readonly logins: Logins;
  readonly lists: BusinessLists;
  readonly outbox: Outbox;
  readonly sync: Sync;
  readonly pauses: Pauses;
  readonly settings: () => SettingsSlice['values'];
  readonly refresh: () => void;
  /** Brings the snapshot up to date: the day may have turned, or an entry been delivered. */
  readonly publish: () => void;
}

export class Rhythm {
  private readonly world: RhythmWorld;
  private readonly schedule: Schedule;
  private started = false;

  constructor(world: RhythmWorld) {
    this.world = world;
    this.schedule = new Schedule({
      clock: world.clock,
      timers: world.timers,
      dues: () => this.dues(),
      onDue: () => this.catchUp(),
    });
  }

  start(): void {
    this.started = true;
    this.world.publish();
    if (this.world.stored.active()) this.world.refresh();
  }

  stop(): void {
    this.schedule.stop();
  }

  /** To be called whenever anything changed. */
  arm(): void {
    this.schedule.arm();
  }

  setVisible(visible: boolean): void {
    this.schedule.setVisible(visible);
    if (visible) this.catchUp();
  }

  /** Does what has become due meanwhile, however long the computer slept. */
  catchUp(): void {
    const { clock, outbox, publish, refresh } = this.world;
    publish();
    const connection = this.reachable();
    if (!connection) return;
    const tryAtMs = outbox.nextTryAtMs(connection.id);
    if (this.refreshDueMs(connection) <= clock()) refresh();
    else if (tryAtMs !== null && tryAtMs <= clock()) {
      void outbox.deliver(connection.id).then(publish);
    }
  }

  networkBack(): void {
    const { outbox, sync, refresh } = this.world;
    const connection = this.reachable();
    if (!connection) return;
    const isBehind = sync.slice().error !== null || outbox.nextTryAtMs(connection.id) !== null;
    if (isBehind) refresh();
    else this.catchUp();
  }

  private dues(): readonly (number | null)[] {
    const { lists, outbox, stored } = this.world;
    if (!this.started || !stored.active()) return [];
    const midnight = nextMidnight(lists.day());
    const connection = this.reachable();
    if (!connection) return [midnight];
    return [midnight, this.refreshDueMs(connection), outbox.nextTryAtMs(connection.id)];
  }

  private refreshDueMs({ id }: StoredConnection): number {
    const { sync, settings, pauses } = this.world;
    // The person was told when it goes on.
    if (sync.slice().error?.code === 'rate-limited') return pauses.endsAtMs(id);
    const regular = sync.lastTryAtMs() + settings().refreshEveryMinutes * 60_000;
    return Math.max(regular, pauses.endsAtMs(id));
  }

  /** Null when there is nobody to ask: no login, or one that only a person can bring back. */
  private reachable(): StoredConnection | null {
    const active = this.started ? this.world.stored.active() : null;
    if (!active) return null;
    const state = this.world.logins.stateOf(active);
    return state.status === 'needs-sign-in' && state.severity === 'hard' ? null : active;
  }
}
