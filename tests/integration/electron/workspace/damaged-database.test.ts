import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settle } from '../../../support/manual-clock.ts';
import {
  entry,
  invoice,
  logAndSettle,
  type WorkspaceBench,
  workspaceBench,
} from '../../../support/workspace-bench.ts';

let bench: WorkspaceBench;
beforeEach(() => {
  bench = workspaceBench();
});
afterEach(() => bench.remove());

/** A closed database with one login, lists, and one entry that could not be sent. */
async function leaveDatabase(): Promise<void> {
  bench.books.invoices = Array.from({ length: 200 }, (_, n) => invoice(n + 1, '2026-11-20'));
  const workspace = await bench.openSignedIn();
  bench.books.failing.set('createTimeEntry', { code: 'offline' });
  await logAndSettle(workspace);
  await workspace.close();
  // A copy under the same name: in one process SQLite keeps what it knows about the file it had
  // open, which a restarted program does not.
  copyFileSync(bench.databasePath, `${bench.databasePath}.copy`);
  for (const name of ['', '-wal', '-shm']) rmSync(bench.databasePath + name, { force: true });
  renameSync(`${bench.databasePath}.copy`, bench.databasePath);
}

const damage: readonly (readonly [string, () => void])[] = [
  ['cut to nothing', () => truncateSync(bench.databasePath, 0)],
  ['cut inside its header', () => truncateSync(bench.databasePath, 60)],
  [
    'cut in the middle',
    () => truncateSync(bench.databasePath, readFileSync(bench.databasePath).length / 2),
  ],
  ['full of garbage', () => writeFileSync(bench.databasePath, 'garbage '.repeat(5000))],
  ['damaged in one page', spoilLastPage],
  ['damaged in the name of a column, which is no text any more', spoilColumnName],
];

function spoilLastPage(): void {
  const bytes = readFileSync(bench.databasePath);
  bytes.fill(0x5a, bytes.length - 4096);
  writeFileSync(bench.databasePath, bytes);
}

function spoilColumnName(): void {
  const bytes = readFileSync(bench.databasePath);
  const at = bytes.indexOf('sent_at_ms INTEGER');
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x80, at);
  writeFileSync(bench.databasePath, bytes);
}

describe('a damaged database', () => {
  it.each(damage)('%s: is set aside, said, and a new one works', async (_, spoil) => {
    await leaveDatabase();
    spoil();
    const workspace = bench.open();
    expect(
      readdirSync(bench.folder).some((name) =>
        name.startsWith('traybooks.db.damaged-2026-11-12T15-00'),
      ),
    ).toBe(true);
    expect(workspace.snapshot().notices).toMatchObject([
      {
        id: expect.stringContaining('database-damaged'),
        text: expect.stringContaining('set aside'),
      },
    ]);
    bench.books.failing.clear();
    await workspace.signIn({ source: 'sandbox' });
    await settle();
    expect(await logAndSettle(workspace, entry({ note: 'after' }))).toMatchObject({ ok: true });
    expect(
      bench
        .open()
        .snapshot()
        .time.entries.map(({ note }) => note),
    ).toContain('after');
  });

  it('gives its login and its unsent entries to the new one where they can be read', async () => {
    await leaveDatabase();
    truncateSync(bench.databasePath, readFileSync(bench.databasePath).length - 4096);
    const workspace = bench.open();
    expect(workspace.snapshot().connection.connections).toMatchObject([
      { identity: { name: 'Maya Okafor' } },
    ]);
    expect(workspace.snapshot().time.entries).toMatchObject([
      { state: 'waiting', note: 'Home page layout' },
    ]);
    expect(workspace.snapshot().notices[0]?.text).toContain('1 unsent entry was kept');
    expect(readdirSync(bench.folder).filter((name) => name.includes('-reading'))).toEqual([]);
  });

  it('of an earlier version, too, gives back its unsent entries', async () => {
    await leaveDatabase();
    const database = new Database(bench.databasePath);
    for (const column of ['gone', 'attempt', 'former_ids', 'base', 'theirs', 'act', 'timer']) {
      database.exec(`ALTER TABLE outbox DROP COLUMN ${column}`);
    }
    database.exec('PRAGMA user_version = 5; PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    spoilLastPage();
    const workspace = bench.open();
    expect(workspace.snapshot().notices[0]?.text).toContain('1 unsent entry was kept');
    expect(workspace.snapshot().time.entries).toMatchObject([
      { state: 'waiting', pending: 'add', note: 'Home page layout' },
    ]);
    bench.books.failing.clear();
    workspace.start();
    await settle();
    expect(bench.books.entries).toHaveLength(1);
  });

  it('says so only until it is dismissed', async () => {
    await leaveDatabase();
    truncateSync(bench.databasePath, 60);
    const workspace = bench.open();
    const [notice] = workspace.snapshot().notices;
    expect(bench.open().snapshot().notices).toEqual([notice]);
    workspace.dismissNotice(notice?.id ?? '');
    expect(workspace.snapshot().notices).toEqual([]);
    expect(bench.open().snapshot().notices).toEqual([]);
  });
});

describe('a database that must not or cannot be used', () => {
  it('from a newer version is not touched, and nothing is acknowledged', async () => {
    await leaveDatabase();
    const database = new Database(bench.databasePath);
    database.exec('PRAGMA user_version = 99');
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    const before = readFileSync(bench.databasePath);
    const workspace = bench.open();
    expect(workspace.snapshot().notices).toMatchObject([
      { id: 'storage-unusable', text: expect.stringContaining('newer Traybooks') },
    ]);
    const error = { code: 'storage-unusable', cause: 'newer-version' };
    expect(await workspace.signIn({ source: 'sandbox' })).toEqual({ ok: false, error });
    expect(bench.connections.calls.filter((call) => call === 'signIn')).toHaveLength(1);
    await workspace.close();
    expect(readFileSync(bench.databasePath).equals(before)).toBe(true);
  });

  it('that is a folder is left alone, and the person is told', async () => {
    mkdirSync(bench.databasePath);
    const workspace = bench.open();
    expect(workspace.snapshot().notices[0]?.text).toContain('could not open its data');
    expect(workspace.isSettingUp()).toBe(true);
    expect(existsSync(bench.databasePath)).toBe(true);
  });
});
