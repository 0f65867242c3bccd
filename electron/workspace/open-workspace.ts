// Puts the parts of the workspace together, and decides what each command and each event of the
// desktop moves.
import type { TraybooksError } from '../../shared/errors.ts';
import { ok } from '../../shared/result.ts';
import type { Notice, ShortcutState, Snapshot } from '../../shared/snapshot.ts';
import { BackOff } from './back-off.ts';
import { BusinessChoice } from './business-choice.ts';
import { BusinessLists } from './business-lists.ts';
import { CachedLists } from './cached-lists.ts';
import { openDatabase } from './database.ts';
import { desktopEvents } from './desktop-events.ts';
import { LeftSecrets } from './left-secrets.ts';
import { LiveConnections } from './live-connections.ts';
import { LoginCare } from './login-care.ts';
import { loginCommands } from './login-commands.ts';
import { Logins } from './logins.ts';
import { Notices } from './notices.ts';
import { Outbox } from './outbox.ts';
import { OutboxRows } from './outbox-rows.ts';
import { Pauses } from './pauses.ts';
import { RecentErrors } from './recent-errors.ts';
import { Rhythm } from './rhythm.ts';
import { changeSettings, loadSettings } from './settings.ts';
import { SnapshotStore } from './snapshot-store.ts';
import { notStoredNotice, openingNotices } from './storage-notices.ts';
import { StoredConnections } from './stored-connections.ts';
import { storedRefreshNotes } from './stored-refresh-notes.ts';
import { Sync } from './sync.ts';
import { timeCommands } from './time-commands.ts';
import { openTimer } from './timer/open-timer.ts';
import { UnbilledTime } from './unbilled-time.ts';
import { UnfinishedSignInRows } from './unfinished-sign-ins.ts';
import { outboxSlice } from './unsent.ts';
import type { Workspace } from './workspace.ts';
import type { WorkspaceWorld } from './world.ts';

export function openWorkspace(world: WorkspaceWorld): Workspace {
  const { clock, settingsFile } = world;
  const database = openDatabase(world.databasePath, clock());
  const stored = new StoredConnections(database);
  const unfinished = new UnfinishedSignInRows(database);
  const rows = new OutboxRows(database);
  const notices = new Notices(database);
  const pauses = new Pauses(clock);
  const kept = {
    cache: new CachedLists(database),
    clock,
    onNotStored: (error: TraybooksError) => notices.add(notStoredNotice(error)),
  };
  const lists = new BusinessLists({ ...kept, machineTimeZone: world.machineTimeZone });
  const live = new LiveConnections({
    load: () => world.connections(storedRefreshNotes(database)),
    onState: (id, state) => logins.stateChanged(id, state),
    reportBug: world.reportBug,
  });
  const left = new LeftSecrets({ unfinished, stored, live, reportBug: world.reportBug });
  const logins = new Logins({
    stored,
    left,
    live,
    clock,
    reportBug: world.reportBug,
    onSwitch: () => choice.loginSwitched(),
    say,
    onChange: publish,
  });
  const errors = new RecentErrors();
  const care = new LoginCare({
    stored,
    live,
    clock,
    pauses,
    errors,
    system: world.system,
    snapshot: snapshotNow,
  });
  const outbox = new Outbox({
    rows,
    pauses,
    clock,
    uptime: world.uptime,
    randomId: world.randomId,
    backOff: new BackOff(world.random),
    afterLastList: () => Math.max(clock(), lists.copy('time')?.refreshedAtMs ?? 0),
    booksOf: (id) => logins.booksOf(id),
    businessOf: (id, business) =>
      stored.find(id)?.identity.businesses.find((known) => known.id === business) ?? null,
    reportBug: world.reportBug,
    onChange: publish,
  });
  const timer = openTimer({
    ...world,
    database,
    entries: rows,
    outbox,
    stored,
    lists,
    pauses,
    settings: () => settings,
    booksOf: (id) => logins.booksInPassing(id),
    say,
    unsay,
    onChange: publish,
  });
  const sync = new Sync({
    clock,
    lists,
    pauses,
    active: () => stored.active(),
    booksOf: (id) => logins.booksOf(id),
    deliver: (id) => outbox.deliver(id),
    lookAtTimers: () => timer.look(),
    onIdentity: (id, identity) => choice.identityRead(id, identity),
    reportBug: world.reportBug,
    onChange: publish,
  });
  const unbilled = new UnbilledTime({
    ...kept,
    lists,
    pauses,
    booksOf: (id) => logins.booksOf(id),
    reportBug: world.reportBug,
    onChange: publish,
  });
  const choice = new BusinessChoice({
    clock,
    stored,
    rows,
    lists,
    logins,
    sync,
    unbilled,
    publish,
  });
  const rhythm = new Rhythm({
    clock,
    timers: world.timers,
    stored,
    logins,
    lists,
    outbox,
    sync,
    pauses,
    settings: () => settings,
    refresh: () => void choice.refresh(),
    tidyUp: () => rows.forgetSavedLongAgo(clock()),
    publish,
  });

  const loaded = loadSettings(settingsFile);
  let settings = loaded.values;
  let shortcut: ShortcutState = 'unknown';
  let store: SnapshotStore | null = null;

  const told = openingNotices(database, stored.damaged.length, rows.damaged + timer.damaged);
  for (const notice of [...told, loaded.notice]) if (notice) notices.add(notice);
  choice.show();
  const opened = new SnapshotStore(snapshotNow());
  store = opened;

  function snapshotNow(): Snapshot {
    return {
      connection: logins.connectionSlice(),
      businesses: logins.businessesSlice(),
      ...lists.slices(rows.list()),
      outbox: outboxSlice(
        rows.list().filter((row) => stored.find(row.connectionId)),
        timer.lastAnswers(),
        rhythm,
        clock(),
      ),
      timer: timer.slice(),
      unbilled: unbilled.slice(),
      sync: sync.slice(),
      settings: { values: settings, shortcut, version: world.version, platform: world.platform },
      notices: notices.list(),
    };
  }

  function publish(): void {
    if (!store) return;
    const snapshot = snapshotNow();
    errors.look(snapshot, clock());
    store.replace(snapshot);
    rhythm.arm();
  }

  function say(notice: Notice): void {
    notices.add(notice);
    publish();
  }

  function unsay(id: string): void {
    notices.dismiss(id);
    publish();
  }

  return {
    snapshot: () => opened.current(),
    subscribe: (listener) => opened.subscribe(listener),
    start() {
      for (const id of stored.damaged) if (id) left.erase(id, null);
      left.eraseLeftBehind();
      timer.start();
      rhythm.start();
    },
    isSettingUp: () => stored.active() === null || logins.isSigningIn(),
    ...loginCommands({ database, stored, rows, live, logins, care, say, unsay }),
    unfinishedSignIns: unfinished,
    chooseBusiness: (id) => choice.choose(id),
    refresh: () => choice.refresh('hand'),
    ...timeCommands({ ...world, stored, lists, rows, outbox, pauses, timer }),
    ...timer.commands,
    changeSettings(change) {
      const changed = changeSettings(settingsFile, settings, change);
      if (!changed.ok) return changed;
      settings = changed.value;
      publish();
      return ok();
    },
    shortcutIs(state) {
      shortcut = state;
      publish();
    },
    addNotice: say,
    dismissNotice: unsay,
    ...desktopEvents({ live, rhythm, timer }),
    async close() {
      rhythm.stop();
      care.stop();
      outbox.close();
      timer.close();
      store = null;
      sync.abort();
      unbilled.abort();
      await live.close();
      database.close();
    },
  };
}
