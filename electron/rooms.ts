// The rooms that need time, opened once the icon is in the tray: what is known from last time,
// the way to FreshBooks, and the answers to the page's commands.
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Connections } from '../shared/connections.ts';
import { desktopKeychain } from '../shared/desktop-keychain.ts';
import type { CommandInput } from '../shared/ipc.ts';
import { LOOPBACK_PORTS } from '../shared/redirect-uris.ts';
import type { RefreshNotes } from '../shared/refresh-notes.ts';
import { answerCommand } from './ipc/answer-command.ts';
import type { CommandDoor } from './ipc/bind-commands.ts';
import { commandHandlers, type Desktop } from './ipc/command-handlers.ts';
import { readDesktopFacts } from './shell/desktop-facts.ts';
import { browserOpener } from './shell/external-links.ts';
import { openLog } from './shell/log.ts';
import { readFetch, writeFetch } from './shell/network.ts';
import type { Overrides } from './shell/overrides.ts';
import type { Profile } from './shell/profile.ts';
import { openSettingsFile } from './shell/settings-file.ts';
import { systemFacts } from './shell/system-facts.ts';
import { openWorkspace, type Workspace } from './workspace/workspace.ts';

export interface Rooms {
  readonly workspace: Workspace;
  commandDoor(desktop: Desktop): CommandDoor;
  /**
   * Does what a caller on the command line asked for, and tells it.
   * @param requestFolder as it came through the single-instance channel
   */
  answerCaller(requestFolder: unknown, door: CommandDoor, show: () => void): Promise<void>;
}

export function openRooms(launch: {
  readonly overrides: Overrides;
  readonly profile: Profile;
  readonly version: string;
}): Rooms {
  const { overrides, profile, version } = launch;
  const log = openLog();
  const timers = {
    set: (callback: () => void, ms: number) => setTimeout(callback, ms),
    clear: (timer: unknown) => clearTimeout(timer as NodeJS.Timeout),
  };

  async function connections(refreshNotes: RefreshNotes): Promise<Connections> {
    const { openConnections } = await import('./connections/connections.ts');
    return openConnections({
      clock: Date.now,
      timers,
      randomBytes,
      randomId: randomUUID,
      read: readFetch(),
      write: writeFetch(),
      openBrowser: browserOpener(overrides.browser),
      overrides,
      userAgent: `Traybooks/${version}`,
      keychainService: profile.keychainService,
      loadKeytar: async () => (await import('keytar')).default,
      desktopKeychain: desktopKeychain(await readDesktopFacts(process.env)),
      unfinishedSignIns: workspace.unfinishedSignIns,
      ports: LOOPBACK_PORTS,
      folder: profile.folder,
      refreshNotes,
      notify: (notice) => workspace.addNotice(notice),
      withdrawNotice: (id) => workspace.dismissNotice(id),
      reportBug: log.bug,
    });
  }

  const workspace = openWorkspace({
    clock: Date.now,
    uptime: () => performance.now(),
    timers,
    randomId: randomUUID,
    random: Math.random,
    databasePath: join(profile.folder, 'traybooks.db'),
    settingsFile: openSettingsFile(profile.folder),
    connections,
    reportBug: log.bug,
    machineTimeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    version,
    platform: platform(),
    system: systemFacts(process.env),
  });

  return {
    workspace,
    commandDoor: (desktop) => ({
      handlers: commandHandlers(workspace, desktop),
      answerCommand,
      reportBug: log.bug,
    }),
    async answerCaller(requestFolder, { handlers }, show) {
      const [{ answerCaller }, { quickAdd, startFrom }] = await Promise.all([
        import('./shell/command-line/answer-caller.ts'),
        import('./workspace/typed-commands.ts'),
      ]);
      const typed = {
        clock: Date.now,
        snapshot: workspace.snapshot,
        logTime: async (input: CommandInput<'time.log'>) => handlers['time.log'](input),
        startTimer: async (input: CommandInput<'timer.start'>) => handlers['timer.start'](input),
      };
      return answerCaller(requestFolder, {
        clock: Date.now,
        snapshot: workspace.snapshot,
        quickAdd: (text) => quickAdd(typed, text),
        startFrom: (text) => startFrom(typed, text),
        stopTimer: async () => handlers['timer.stop'](undefined),
        pauseTimer: async () => handlers['timer.pause'](undefined),
        resumeTimer: async () => handlers['timer.resume'](undefined),
        show,
        reportBug: log.bug,
      });
    },
  };
}

function platform(): 'darwin' | 'win32' | 'linux' {
  return process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
}
