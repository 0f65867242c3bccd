import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../../../../electron/sandbox/start-sandbox.ts';
import {
  answerConsent,
  callApi,
  postToken,
  refresh,
  sandboxNoon,
  signIn,
  tokensOf,
  type Visitor,
  visitSandbox,
} from '../../../support/sandbox-visitor.ts';

let folder: string;
let statePath: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sandbox-state-'));
  statePath = join(folder, 'sandbox.json');
});
afterEach(() => rm(folder, { recursive: true }));

const entries = '/timetracking/business/5120447/time_entries';
const logTime = (visitor: Visitor, token: string, note: string) =>
  callApi(visitor, token, entries, {
    method: 'POST',
    body: JSON.stringify({
      time_entry: { is_logged: true, duration: 60, started_at: '2026-11-23T18:00:00Z', note },
    }),
  });

/** Another process with the same file; the first one is not told. */
async function reopened(visitor: Visitor): Promise<Visitor> {
  const sandbox = await startSandbox({ clock: () => sandboxNoon, randomBytes, statePath });
  return { ...visitor, sandbox };
}

describe('what the sandbox remembers', () => {
  it('survives a process that is killed right after its answers', async () => {
    const killed = await visitSandbox({ statePath });
    const tokens = await tokensOf(await refresh(killed, (await signIn(killed)).refresh_token));
    await logTime(killed, tokens.access_token, 'Kept');

    const visitor = await reopened(killed);
    const list = await (await callApi(visitor, tokens.access_token, entries)).json();
    expect(list.time_entries[0].note).toBe('Kept');
    expect((await refresh(visitor, tokens.refresh_token)).status).toBe(200);
    await killed.sandbox.stop();
    await visitor.sandbox.stop();
  });

  it('includes that a code and a refresh token are spent', async () => {
    const killed = await visitSandbox({ statePath });
    const location = await answerConsent(killed, 'authorize');
    const code = location.searchParams.get('code') ?? '';
    const first = await tokensOf(
      await postToken(killed, { grant_type: 'authorization_code', code }),
    );
    await refresh(killed, first.refresh_token);

    const visitor = await reopened(killed);
    const again = await postToken(visitor, { grant_type: 'authorization_code', code });
    expect(again.status).toBe(400);
    expect((await refresh(visitor, first.refresh_token)).status).toBe(400);
    await killed.sandbox.stop();
    await visitor.sandbox.stop();
  });

  it('holds no secret: only digests of them are in the file, which is private', async () => {
    const visitor = await visitSandbox({ statePath });
    const pending = (await answerConsent(visitor, 'authorize')).searchParams.get('code') ?? '';
    const tokens = await signIn(visitor);
    await visitor.sandbox.stop();
    const text = await readFile(statePath, 'utf8');
    for (const secret of [
      visitor.clientSecret,
      pending,
      tokens.access_token,
      tokens.refresh_token,
    ]) {
      expect(secret.length).toBeGreaterThan(60);
      expect(text).not.toContain(secret);
    }
    expect((await stat(statePath)).mode & 0o777).toBe(0o600);
  });

  it('holds every one of many changes made at once', async () => {
    const visitor = await visitSandbox({ statePath });
    const { access_token: token } = await signIn(visitor);
    await Promise.all(Array.from({ length: 20 }, (_, n) => logTime(visitor, token, `Entry ${n}`)));
    const onDisk = JSON.parse(await readFile(statePath, 'utf8'));
    const notes = onDisk.books.timeEntries.map((entry: { note: string }) => entry.note);
    for (let n = 0; n < 20; n += 1) expect(notes).toContain(`Entry ${n}`);
    await visitor.sandbox.stop();
    expect(await readdir(folder)).toEqual(['sandbox.json']);
  });
});

describe('a damaged state file', () => {
  const damages: Record<string, (path: string) => Promise<void>> = {
    'cut short': async (path) => truncate(path, 1000),
    empty: async (path) => truncate(path, 0),
    'of another shape': async (path) => writeFile(path, '{"version":1,"apps":{}}'),
    'of a later version': async (path) => {
      const state = JSON.parse(await readFile(path, 'utf8'));
      await writeFile(path, JSON.stringify({ ...state, version: 2 }));
    },
  };

  it.each(Object.keys(damages))('(%s) is set aside, and the books start afresh', async (kind) => {
    const before = await visitSandbox({ statePath });
    const tokens = await signIn(before);
    await before.sandbox.stop();
    await damages[kind]?.(statePath);
    const damaged = await readFile(statePath);

    const visitor = await visitSandbox({ statePath });
    const { damagedStateSetAsideAs } = visitor.sandbox;
    expect(await readFile(damagedStateSetAsideAs ?? '')).toEqual(damaged);
    expect((await callApi(visitor, tokens.access_token, entries)).status).toBe(401);
    const fresh = await signIn(visitor);
    expect((await callApi(visitor, fresh.access_token, entries)).status).toBe(200);
    await visitor.sandbox.stop();
  });
});

describe('a state file from before there were timers and team rates', () => {
  const without = (row: object, ...names: readonly string[]) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));

  it('is read as one without any', async () => {
    const first = await visitSandbox({ statePath });
    const { access_token: token } = await signIn(first);
    await first.sandbox.stop();
    const state = JSON.parse(await readFile(statePath, 'utf8'));
    const { projects, timeEntries } = state.books;
    state.books = {
      ...without(state.books, 'teamMemberRates'),
      projects: projects.map((row: object) => without(row, 'projectType', 'fixedPrice')),
      timeEntries: timeEntries.map((row: object) => without(row, 'isLogged', 'timerId')),
    };
    await writeFile(statePath, JSON.stringify(state));
    const visitor = await reopened(first);
    expect(visitor.sandbox.damagedStateSetAsideAs).toBeNull();
    const list = await (await callApi(visitor, token, entries)).json();
    expect(list.time_entries).toHaveLength(
      timeEntries.filter((row: { identityId: number; businessId: number }) => {
        return row.identityId === 880_214 && row.businessId === 5_120_447;
      }).length,
    );
    const timers = await callApi(visitor, token, '/comments/business/5120447/timers');
    expect(await timers.json()).toEqual({ timers: [] });
    await visitor.sandbox.stop();
  });
});
