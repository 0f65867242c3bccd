import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase, type WorkspaceDatabase } from '../../../../electron/workspace/database.ts';
import { storedRefreshNotes } from '../../../../electron/workspace/stored-refresh-notes.ts';
import type { ConnectionId } from '../../../../shared/ids.ts';
import { failed, ok } from '../../../../shared/result.ts';

const NOW = Date.UTC(2026, 10, 12, 15);
const ONE = 'one' as ConnectionId;
const TWO = 'two' as ConnectionId;
const FIRST = { fingerprint: '00112233aabbccdd', startedAtMs: NOW };
const SECOND = { fingerprint: 'ffeeddccbbaa9988', startedAtMs: NOW + 1 };

let folder: string;
let path: string;
let opened: WorkspaceDatabase[];

/** On the same file as those before, which are left as a kill leaves them. */
function open() {
  const database = openDatabase(path, NOW);
  opened.push(database);
  return storedRefreshNotes(database);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'traybooks-notes-'));
  path = join(folder, 'traybooks.db');
  opened = [];
});

afterEach(() => {
  for (const database of opened) database.close();
  rmSync(folder, { recursive: true, force: true });
});

it('a note is there for the next start, though this one was killed', () => {
  expect(open().begin(ONE, FIRST)).toEqual(ok());
  const next = open();
  expect(next.has(ONE, FIRST.fingerprint)).toBe(true);
  expect(next.has(ONE, SECOND.fingerprint)).toBe(false);
  expect(next.has(TWO, FIRST.fingerprint)).toBe(false);
});

it('ends one by one, or all of a login at once', () => {
  const notes = open();
  for (const id of [ONE, TWO]) for (const note of [FIRST, SECOND]) notes.begin(id, note);
  notes.end(ONE, FIRST.fingerprint);
  expect(open().has(ONE, FIRST.fingerprint)).toBe(false);
  expect(open().has(ONE, SECOND.fingerprint)).toBe(true);
  notes.begin(ONE, FIRST);
  notes.clear(ONE, SECOND.fingerprint);
  expect(open().has(ONE, FIRST.fingerprint)).toBe(false);
  expect(open().has(ONE, SECOND.fingerprint)).toBe(true);
  notes.clear(ONE, null);
  expect(open().has(ONE, SECOND.fingerprint)).toBe(false);
  expect(open().has(TWO, FIRST.fingerprint)).toBe(true);
  expect(notes.clear(ONE, null)).toEqual(ok());
});

it('the same token may be noted again', () => {
  const notes = open();
  notes.begin(ONE, FIRST);
  expect(notes.begin(ONE, { ...FIRST, startedAtMs: NOW + 5 })).toEqual(ok());
  expect(open().has(ONE, FIRST.fingerprint)).toBe(true);
});

it('nothing is noted where nothing can be written, and the taker is told', () => {
  const notes = open();
  opened[0]?.close();
  expect(notes.begin(ONE, FIRST)).toMatchObject({ error: { code: 'storage-unusable' } });
  expect(notes.has(ONE, FIRST.fingerprint)).toBe(false);
});

it('an unspent token may be sent although its note cannot be erased, until the next start', () => {
  const database = openDatabase(path, NOW);
  opened.push(database);
  let isFull = false;
  const notes = storedRefreshNotes({
    ...database,
    write: (work) => (isFull ? failed({ code: 'storage-full' }) : database.write(work)),
  });
  notes.begin(ONE, FIRST);
  isFull = true;
  expect(notes.end(ONE, FIRST.fingerprint)).toMatchObject({ error: { code: 'storage-full' } });
  expect(notes.has(ONE, FIRST.fingerprint)).toBe(false);
  expect(open().has(ONE, FIRST.fingerprint)).toBe(true);
  isFull = false;
  notes.begin(ONE, FIRST);
  expect(notes.has(ONE, FIRST.fingerprint)).toBe(true);
  notes.end(ONE, FIRST.fingerprint);
  expect(open().has(ONE, FIRST.fingerprint)).toBe(false);
});

it('a damaged note does not keep the others from being read', () => {
  open().begin(ONE, FIRST);
  const database = new Database(path);
  database.prepare("INSERT INTO refresh_notes VALUES ('', CAST(x'ff' AS TEXT), 'never')").run([]);
  database.close();
  expect(open().has(ONE, FIRST.fingerprint)).toBe(true);
});
