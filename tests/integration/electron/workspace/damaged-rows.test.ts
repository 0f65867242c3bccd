import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TERN } from '../../../support/larkfield.ts';
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

/** A closed database with a login, lists, one entry that was saved and two that could not be sent. */
async function leaveDatabase(): Promise<void> {
  bench.books.invoices = [invoice(1, '2026-11-20'), invoice(2, '2026-11-21')];
  const workspace = await bench.openSignedIn();
  await logAndSettle(workspace, entry({ note: 'saved' }));
  await workspace.refresh();
  bench.books.failing.set('createTimeEntry', { code: 'offline' });
  await logAndSettle(workspace, entry({ note: 'first' }));
  await logAndSettle(workspace, entry({ note: 'second' }));
  await workspace.close();
}

/** Writes a column without a word to the program, as a failing disk does. */
function spoil(sql: string): void {
  const database = new Database(bench.databasePath);
  database.exec(sql);
  database.close();
}

/** Bytes that are not UTF-8, still typed as text. */
const NOT_TEXT = "CAST(x'7b22ff' AS TEXT)";

describe('a damaged unsent entry', () => {
  it.each([
    ['is not JSON', `draft = replace(draft, '"note"', '"note')`],
    ['is not UTF-8', `draft = ${NOT_TEXT}`],
    ['lost a member', `draft = replace(draft, 'durationSeconds', 'durationSecondr')`],
    ['names no time zone', `draft = replace(draft, 'Toronto', 'Toronuo')`],
    ['is in no known state', `state = 'waitinf'`],
    ['tells of a request that is not JSON', `attempt = '{', sent_at_ms = 1`],
    ['is neither wanted nor gone', 'gone = 2'],
    ['has a key that is not UTF-8', `key = ${NOT_TEXT}`],
  ])('%s: is set aside whole and told, and the others stay', async (_, change) => {
    await leaveDatabase();
    spoil(`UPDATE outbox SET ${change} WHERE position = 2`);
    const { time, notices } = bench.open().snapshot();
    expect(time.entries.map(({ note }) => note).sort()).toEqual(['saved', 'second']);
    expect(notices).toMatchObject([
      { id: 'rows-set-aside', text: expect.stringContaining('a time entry could not be read') },
    ]);
    const database = new Database(bench.databasePath);
    const kept = database.prepare('SELECT from_table, content FROM set_aside_rows').all([]);
    const left = database.prepare('SELECT position FROM outbox').all([]);
    database.close();
    expect(kept).toMatchObject([
      { from_table: 'outbox', content: expect.stringContaining('known_ids') },
    ]);
    expect(left).toHaveLength(2);
  });

  it('is told once', async () => {
    await leaveDatabase();
    spoil("UPDATE outbox SET draft = '{' WHERE position = 2");
    bench.open().dismissNotice('rows-set-aside');
    expect(bench.open().snapshot().notices).toEqual([]);
  });
});

describe('a damaged login', () => {
  it('is set aside with its secrets erased, and its entries wait for the person', async () => {
    await leaveDatabase();
    spoil(`UPDATE connections SET identity = ${NOT_TEXT}`);
    bench.connections.calls.length = 0;
    const workspace = bench.open();
    workspace.start();
    await settle();
    expect(workspace.snapshot().connection.connections).toEqual([]);
    expect(workspace.snapshot().notices[0]?.text).toContain('a login could not be read');
    expect(bench.connections.calls).toEqual(['signOut login-1']);
    bench.books.failing.clear();
    bench.connections.nextId = 'login-2';
    await workspace.signIn({ source: 'sandbox' });
    await settle();
    expect(bench.books.entries.map(({ note }) => note).sort()).toEqual([
      'first',
      'saved',
      'second',
    ]);
  });

  it('gives its place to another one', async () => {
    await leaveDatabase();
    bench.connections.nextId = 'login-2';
    bench.books.who = {
      ...bench.books.who,
      id: 5 as never,
      name: 'Ines Varga',
      businesses: [TERN],
    };
    const workspace = bench.open();
    await workspace.signIn({ source: 'sandbox' });
    await workspace.close();
    spoil("UPDATE connections SET identity = '{' WHERE id = 'login-2'");
    expect(bench.open().snapshot().connection).toMatchObject({ active: 'login-1' });
  });

  it('stays when only its state cannot be read', async () => {
    await leaveDatabase();
    spoil("UPDATE connections SET state = '{'");
    expect(bench.open().snapshot().connection.connections).toMatchObject([
      { id: 'login-1', state: { status: 'connected' } },
    ]);
  });
});

describe('a damaged list', () => {
  it.each([
    ['a digit', `body = replace(body, '124050', '924050')`],
    ['its JSON', `body = substr(body, 2)`],
    ['its text', `body = ${NOT_TEXT}`],
    ['its time', 'refreshed_at_ms = refreshed_at_ms + 1'],
    ['its digest', `digest = ${NOT_TEXT}`],
  ])('in %s is not shown, and comes again', async (_, change) => {
    await leaveDatabase();
    spoil(`UPDATE cached_lists SET ${change} WHERE list = 'invoices'`);
    const workspace = bench.open();
    expect(workspace.snapshot().invoices).toMatchObject({ invoices: [], refreshedAtMs: null });
    expect(workspace.snapshot().catalog.clients).not.toEqual([]);
    workspace.start();
    await settle();
    expect(workspace.snapshot().invoices.invoices).toHaveLength(2);
  });
});

it('opens whatever single bit of its file was flipped', async () => {
  await leaveDatabase();
  const sound = readFileSync(bench.databasePath);
  const copies: WorkspaceBench[] = [];
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: sound.length * 8 - 1 }), async (bit) => {
      const copy = workspaceBench();
      copies.push(copy);
      const bytes = Buffer.from(sound);
      bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      writeFileSync(copy.databasePath, bytes);
      const workspace = copy.open();
      expect(workspace.snapshot().time.timeZone).toEqual(expect.any(String));
      await copy.remove();
    }),
    // In the header one bit can do the most; 376 is the one that SQLite has no code for.
    { numRuns: Number(process.env.FLIPS ?? 150), examples: [[376]] },
  );
}, 600_000);
