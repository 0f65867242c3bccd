// A workspace on a real database in a folder of its own, with a clock that stands still. It can
// be reopened, as after a kill, without the first one ever having been closed.
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkspace, type Workspace } from '../../electron/workspace/workspace.ts';
import type { TimeEntry, UnpaidInvoice } from '../../shared/books.ts';
import type { EntryKey, InvoiceId } from '../../shared/ids.ts';
import type { CommandInput } from '../../shared/ipc.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { EntryState, LoggedEntry } from '../../shared/snapshot.ts';
import { type BooksDouble, booksDouble, entryOf } from './books-double.ts';
import { type ConnectionsDouble, connectionsDouble } from './connections-double.ts';
import { day } from './day.ts';
import { CATALOG, MAYA } from './larkfield.ts';
import { type ManualClock, manualClock, settle } from './manual-clock.ts';

/** Thursday 12 November 2026, 10:00 in Toronto. */
export const NOW = Date.UTC(2026, 10, 12, 15);
export const TODAY = day('2026-11-12');

export function invoice(id: number, due: string | null, change?: Partial<UnpaidInvoice>) {
  const amount = { minor: 124050, currency: 'CAD' };
  const made: UnpaidInvoice = {
    id: id as InvoiceId,
    number: `FB${id}`,
    clientName: 'Northgate Dental',
    total: amount,
    paid: { minor: 0, currency: 'CAD' },
    outstanding: amount,
    issued: day('2026-10-01'),
    due: due === null ? null : day(due),
    viewed: false,
    disputed: false,
    ...change,
  };
  return made;
}

export function entry(change?: Partial<CommandInput<'time.log'>>): CommandInput<'time.log'> {
  return {
    durationSeconds: 3600,
    clientId: null,
    projectId: 7004518,
    serviceId: 4810022,
    billable: null,
    note: 'Home page layout',
    day: TODAY,
    startedAtMs: null,
    ...change,
  };
}

/** Logs, and lets everything happen that then happens by itself: `state` is how it is shown. */
export async function logAndSettle(
  workspace: Workspace,
  input = entry(),
): Promise<Result<{ readonly key: EntryKey; readonly state: EntryState | undefined }>> {
  const logged = workspace.logTime(input);
  await settle();
  if (!logged.ok) return logged;
  const { key } = logged.value;
  const shown = workspace.snapshot().time.entries.find((one) => one.key === key);
  return ok({ key, state: shown?.state });
}

export interface WorkspaceBench {
  readonly folder: string;
  readonly databasePath: string;
  readonly settingsPath: string;
  readonly clock: ManualClock;
  readonly books: BooksDouble;
  readonly connections: ConnectionsDouble;
  /** What was reported as a bug. */
  readonly bugs: unknown[];
  /** While set, loading the connections fails with it. */
  loadError: Error | null;
  /** Opens one more on the same files; the earlier ones are left as a kill leaves them. */
  open(): Workspace;
  /** Ends every opened one as a kill does: nothing of it runs again, nothing was closed. */
  kill(): void;
  /** Opens one, signs Maya in and lets the first refresh end. */
  openSignedIn(): Promise<Workspace>;
  remove(): Promise<void>;
}

export function workspaceBench(): WorkspaceBench {
  const folder = mkdtempSync(join(tmpdir(), 'traybooks-workspace-'));
  const databasePath = join(folder, 'traybooks.db');
  const settingsPath = join(folder, 'settings.json');
  const clock = manualClock(NOW);
  const books = booksDouble(MAYA, CATALOG);
  const connections = connectionsDouble(books);
  const bugs: unknown[] = [];
  const opened: Workspace[] = [];
  let ids = 0;

  let alive = { is: true };

  function open(): Workspace {
    const mine = alive;
    const workspace = openWorkspace({
      clock: clock.now,
      uptime: clock.uptime,
      timers: {
        set: (callback, ms) => clock.timers.set(() => mine.is && callback(), ms),
        clear: clock.timers.clear,
      },
      randomId: () => {
        ids += 1;
        return `entry-${ids}`;
      },
      // The middle: rests have just their regular length.
      random: () => 0.5,
      databasePath,
      settingsFile: jsonSettingsFile(settingsPath),
      connections: async () => {
        if (bench.loadError) throw bench.loadError;
        return connections;
      },
      reportBug: (error) => void bugs.push(error),
      machineTimeZone: () => 'America/Toronto',
      version: '0.1.0',
      platform: 'linux',
      system: ['Electron 25.1.1'],
    });
    opened.push(workspace);
    return workspace;
  }

  const bench: WorkspaceBench = {
    folder,
    databasePath,
    settingsPath,
    clock,
    books,
    connections,
    bugs,
    loadError: null,
    open,
    kill() {
      alive.is = false;
      alive = { is: true };
    },
    async openSignedIn() {
      const workspace = open();
      workspace.start();
      await workspace.signIn({ source: 'sandbox' });
      await settle();
      return workspace;
    },
    async remove() {
      for (const workspace of opened) await workspace.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return bench;
}

/** Behaves as electron-store does behind the port, on a plain JSON file. */
function jsonSettingsFile(path: string) {
  const read = (): unknown => {
    try {
      return JSON.parse(readFileSync(path, 'utf8'));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
      throw error;
    }
  };
  return {
    read,
    write(values: Readonly<Record<string, unknown>>) {
      writeFileSync(path, JSON.stringify({ ...(read() as object), ...values }));
    },
    setAside: () => renameSync(path, `${path}.damaged`),
  };
}

/** What FreshBooks has already: an hour on the home page, at nine yesterday unless said otherwise. */
export function listedEntry(id: number, change?: Partial<TimeEntry>): TimeEntry {
  const [project] = CATALOG.projects;
  const draft = {
    startedAtMs: Date.UTC(2026, 10, 11, 14),
    durationSeconds: 3600,
    timeZone: 'America/Toronto',
    clientId: project?.clientId ?? null,
    projectId: project?.id ?? null,
    serviceId: project?.serviceIds[0] ?? null,
    internal: false,
    billable: true,
    note: 'Home page layout',
  };
  return { ...entryOf(draft, id), ...change };
}

/** What the person sees of one entry. */
export function shown(workspace: Workspace, key: string): LoggedEntry | undefined {
  return workspace.snapshot().time.entries.find((one) => one.key === key);
}
