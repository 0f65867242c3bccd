// What the workspace does without being asked, and when: the regular refresh, unsent entries,
// and midnight, when "today" and lateness change though no data did.
import type { ConnectionId } from '../../shared/ids.ts';
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
  /** Lets go of what was kept long enough. */
  readonly tidyUp: () => void;
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
    this.world.tidyUp();
    this.world.publish();
    if (this.world.stored.active()) this.world.refresh();
    this.deliverDue();
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

  /** Does what has become due meanwhile. */
  catchUp(): void {
    const { clock, publish, refresh, tidyUp } = this.world;
    tidyUp();
    publish();
    const shown = this.shown();
    if (shown && this.refreshDueMs(shown) <= clock()) refresh();
    this.deliverDue();
  }

  /** A timer set before the computer slept stood still with it, and would fire hours late. */
  wokeUp(): void {
    this.schedule.setAnew();
    this.tryAgain();
    this.catchUp();
  }

  networkBack(): void {
    const { outbox, sync, refresh } = this.world;
    const shown = this.shown();
    const isBehind = sync.slice().error !== null;
    if (shown && (isBehind || outbox.nextTryAtMs(shown.id) !== null)) refresh();
    this.tryAgain();
    this.catchUp();
  }

  /** The earliest, milliseconds since the epoch; null when none is planned. */
  nextTryAtMs(): number | null {
    const tries = this.reachable().map(({ id }) => this.world.outbox.nextTryAtMs(id));
    const known = tries.filter((at) => at !== null);
    return known.length > 0 ? Math.min(...known) : null;
  }

  /** What that login has to send stays here for now: it was tried in vain, or cannot be tried. */
  isHeldUp(id: ConnectionId): boolean {
    const isReachable = this.reachable().some((connection) => connection.id === id);
    return !isReachable || this.world.outbox.isHeldUp(id);
  }

  private deliverDue(): void {
    const { clock, outbox } = this.world;
    for (const { id } of this.reachable()) {
      const tryAtMs = outbox.nextTryAtMs(id);
      if (tryAtMs !== null && tryAtMs <= clock()) void outbox.deliver(id);
    }
  }

  /** The network or the computer was away: no reason to go on resting. */
  private tryAgain(): void {
    for (const { id } of this.reachable()) void this.world.outbox.tryAgain(id);
  }

  private dues(): readonly (number | null)[] {
    const { lists, outbox, stored } = this.world;
    if (!this.started || !stored.active()) return [];
    const shown = this.shown();
    return [
      nextMidnight(lists.day()),
      shown && this.refreshDueMs(shown),
      ...this.reachable().map(({ id }) => outbox.nextTryAtMs(id)),
    ];
  }

  private refreshDueMs({ id }: StoredConnection): number {
    const { clock, sync, settings, pauses } = this.world;
    // The person was told when it goes on.
    if (sync.slice().error?.code === 'rate-limited') return pauses.endsAtMs(id);
    const lastTryAtMs = sync.lastTryAtMs();
    // Set back since, the clock would keep the lists as they are for just as long.
    const regular =
      clock() < lastTryAtMs ? 0 : lastTryAtMs + settings().refreshEveryMinutes * 60_000;
    return Math.max(regular, pauses.endsAtMs(id));
  }

  /** The login whose lists are shown; null when FreshBooks cannot be asked for them. */
  private shown(): StoredConnection | null {
    return this.reachable().find(({ active }) => active) ?? null;
  }

  /** Every login but those that only a person can bring back. */
  private reachable(): readonly StoredConnection[] {
    const { stored, logins } = this.world;
    if (!this.started) return [];
    return stored.list().filter((connection) => {
      const state = logins.stateOf(connection);
      return state.status !== 'needs-sign-in' || state.severity !== 'hard';
    });
  }
}
