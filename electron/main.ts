// The story of a launch, from top to bottom: choose the profile, be the only one, put the icon
// in the tray, make the window behind it, and only then open the rooms that need time. Whoever
// only asks something on the command line takes the other way at the first fork.
import { join } from 'node:path';
import { app, clipboard, dialog, powerMonitor, session } from 'electron';
import { bindCommands } from './ipc/bind-commands.ts';
import { timerItems } from './ipc/timer-items.ts';
import { declareAppScheme, serveApp } from './shell/app-protocol.ts';
import { setApplicationMenu } from './shell/application-menu.ts';
import { readArgv } from './shell/command-line/read-argv.ts';
import { openLink } from './shell/external-links.ts';
import { followSnapshot } from './shell/follow-snapshot.ts';
import { followFurtherLaunches } from './shell/further-launches.ts';
import { collectStartUp, keepHeapsSmall } from './shell/heap-size.ts';
import { denyPermissions, lockDownPages } from './shell/lockdown.ts';
import { keepNoNetworkLog } from './shell/network-log.ts';
import { readOverrides } from './shell/overrides.ts';
import { PAGE_ORIGIN } from './shell/page-file.ts';
import { createPopover } from './shell/popover-window.ts';
import { chooseProfile } from './shell/profile.ts';
import { quitCleanly } from './shell/quit.ts';
import { createShortcut } from './shell/shortcut.ts';
import { becomesTheApp, type LaunchNote } from './shell/single-instance.ts';
import { drawWithoutGraphicsCard } from './shell/software-drawing.ts';
import { createTray } from './shell/tray.ts';
import type { Workspace } from './workspace/workspace.ts';

/** From the page's last file to what is known from last time being drawn, with room to spare. */
const START_AFTER_MS = 300;

/** The first refresh is over by then, and whoever started the app by hand has had a look. */
const COLLECT_AFTER_MS = 5_000;

const overrides = readOverrides(process.env);
const profile = chooseProfile(overrides.userDataFolder);
const commandLine = readArgv(process.argv, app.isPackaged);

if (commandLine.kind !== 'launch') {
  import('./shell/command-line/call.ts').then(({ call }) => call(commandLine)).catch(endUntold);
} else if (becomesTheApp(commandLine)) {
  launch(commandLine).catch(tellAndEnd);
} else app.quit();

async function launch({ requestFolder }: LaunchNote): Promise<void> {
  declareAppScheme();
  keepHeapsSmall();
  drawWithoutGraphicsCard();
  lockDownPages();
  keepNoNetworkLog();
  setApplicationMenu();
  app.dock?.hide();
  await app.whenReady();

  let workspace: Workspace | null = null;

  const tray = createTray({
    toggle: (icon) => popover.toggle(icon),
    open: () => popover.show('popover'),
    'log-time': () => popover.show('log-time'),
    settings: () => popover.show('settings'),
    refresh: () => void workspace?.refresh(),
    quit: () => app.quit(),
    ...timerItems(
      () => door,
      (text) => {
        workspace?.addNotice({ id: 'timer-menu', text });
        popover.show('popover');
      },
    ),
  });

  denyPermissions(session.defaultSession);
  const documentServed = serveApp(join(app.getAppPath(), 'dist/renderer'));
  const popover = createPopover({
    clock: Date.now,
    staysOpen: () => workspace?.isSettingUp() ?? true,
    onVisibility: (visible) => workspace?.setVisible(visible),
  });
  const shortcut = createShortcut(() => popover.show('log-time'));

  // Loading the rooms keeps this thread busy, and it is this thread that hands the page its files.
  // Between the document and the files it names there is a pause, while the page's process starts:
  // long enough for most of it. A page that never gets that far must not keep the rooms shut.
  const opening = Promise.race([documentServed, popover.loaded])
    .then(() => import('./rooms.ts'))
    .then(({ openRooms }) => openRooms({ overrides, profile, version: app.getVersion() }));
  const door = opening.then((rooms) =>
    rooms.commandDoor({
      hideWindow: popover.hide,
      copy: (text) => clipboard.writeText(text),
      openLink,
      takeShortcut: shortcut.use,
    }),
  );
  bindCommands(popover.contents, PAGE_ORIGIN, door);

  const show = () => popover.show('popover');
  const answer = async (folder: unknown) => (await opening).answerCaller(folder, await door, show);
  followFurtherLaunches({ show, answer: (folder) => void answer(folder) });
  if (requestFolder !== null) void answer(requestFolder);
  const rooms = await opening;
  workspace = rooms.workspace;

  followSnapshot(workspace, { popover, tray, shortcut });
  powerMonitor.on('resume', () => workspace?.wokeUp());
  quitCleanly(workspace);
  if (workspace.isSettingUp() && requestFolder === null) popover.show('popover');
  // Keychain, refresh and sending keep this thread busy, and the first paint needs it more.
  await popover.loaded;
  setTimeout(rooms.workspace.start, START_AFTER_MS);
  setTimeout(collectStartUp, COLLECT_AFTER_MS);
}

/** A caller shows no window, and there is nothing left to tell it with. */
function endUntold(): void {
  app.exit(1);
}

/** Nothing is up that could say it better. */
function tellAndEnd(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  dialog.showErrorBox('Traybooks could not start', `${reason}\n\nNothing saved was changed.`);
  app.exit(1);
}
