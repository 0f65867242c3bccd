// One life of the app without its window: real workspace, real database, real client. Its clock
// says what it is told, and it does as it is told until it is killed.
import { randomUUID } from 'node:crypto';
import { answerCommand } from '../../../electron/ipc/answer-command.ts';
import { commandHandlers } from '../../../electron/ipc/command-handlers.ts';
import { openWorkspace, type Workspace } from '../../../electron/workspace/workspace.ts';
import type { Fetch } from '../../../shared/fetch.ts';
import { KillPoints } from './kill-points.ts';
import type { Act, Installation, Order, Report } from './messages.ts';
import { oneLogin } from './one-login.ts';

/** Nothing listens there, and it is none of the ports `fetch` refuses by itself. */
const NO_NETWORK = 'http://127.0.0.1:2';
const TICK_MS = 1;
/** Ticks without a request under way before all is taken to be said. */
const QUIET_TICKS = 3;

const points = new KillPoints();
let nowMs = 0;
let uptimeMs = 0;
let network: 'there' | 'gone' = 'there';
let underWay = 0;

function say(report: Report): void {
  process.send?.(report);
}

function reportBug(error: unknown): void {
  say({ said: 'bug', what: error instanceof Error ? String(error.stack) : String(error) });
}

function bringUp({ databasePath, baseUrl, accessToken, settings }: Installation): Workspace {
  const send: Fetch = async (url, init) => {
    underWay += 1;
    try {
      return await fetch(network === 'there' ? url : url.replace(baseUrl, NO_NETWORK), init);
    } finally {
      underWay -= 1;
    }
  };
  points.intoDatabase();
  return openWorkspace({
    clock: points.clock(() => nowMs),
    uptime: () => uptimeMs,
    // Nothing happens by itself: the day says when.
    timers: { set: () => 0, clear: () => {} },
    randomId: randomUUID,
    random: () => 0.5,
    databasePath,
    settingsFile: { read: () => settings, write: () => {}, setAside: () => {} },
    connections: async () => oneLogin(baseUrl, accessToken, points.fetch(send)),
    reportBug,
    machineTimeZone: () => 'America/Toronto',
    version: '0.0.0',
    platform: 'linux',
    system: [],
  });
}

async function quiet(): Promise<void> {
  for (let ticks = 0; ticks < QUIET_TICKS; ticks += 1) {
    await new Promise((resolve) => setTimeout(resolve, TICK_MS));
    if (underWay > 0) ticks = -1;
  }
}

async function perform(workspace: Workspace, what: Act): Promise<string | null> {
  if (what.act === 'inputs') {
    const aheadMs = uptimeMs - nowMs;
    for (const event of what.events) {
      nowMs = event.atMs;
      uptimeMs = nowMs + aheadMs;
      workspace.input(event);
    }
    return null;
  }
  if (what.act === 'refresh') {
    const refreshed = await workspace.refresh();
    return refreshed.ok ? null : JSON.stringify(refreshed.error);
  }
  const handlers = commandHandlers(workspace, {
    hideWindow: () => {},
    copy: () => {},
    takeShortcut: () => 'registered',
    openLink: async () => true,
  });
  const answer = await answerCommand(handlers, what.name, what.input, reportBug);
  return answer.ok ? null : JSON.stringify(answer.error);
}

let workspace: Workspace | null = null;

async function follow(order: Order): Promise<void> {
  nowMs = order.nowMs;
  uptimeMs = order.uptimeMs;
  network = order.network;
  let error: string | null = null;
  if (order.do === 'come-up') {
    workspace = bringUp(order.installation);
    workspace.start();
    if (workspace.snapshot().connection.active === null) {
      await workspace.signIn({ source: 'sandbox' });
    }
    await workspace.refresh();
  } else {
    if (!workspace) throw new Error('not up yet');
    points.arm(order.killAt);
    error = await perform(workspace, order.what);
  }
  await quiet();
  points.arm(null);
  const { timer, outbox } = workspace.snapshot();
  say({ said: 'done', error, view: { ...timer, outbox } });
}

process.on('message', (order: Order) => {
  follow(order).catch(reportBug);
});
// Whoever started this is gone.
process.on('disconnect', () => process.exit());
say({ said: 'ready' });
