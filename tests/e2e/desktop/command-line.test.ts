// The same program on the command line: it asks the running app, or starts it, and ends.
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callApp, ownerOf } from '../../support/app/caller.ts';
import { isOnScreen } from '../../support/app/hands.ts';
import { Installation } from '../../support/app/installation.ts';
import { isShown, openPopover, windowIs } from '../../support/app/window.ts';

/** A busy machine needs a few seconds for what takes one. */
const SOON = { timeout: 15_000 };

let home: Installation;

beforeAll(async () => {
  home = await Installation.make();
  await home.start();
  await home.connect();
  await home.page.keyboard.press('Escape');
  await windowIs(home.app, 'hidden');
});
afterAll(() => home.close());

function entriesNoted(note: string) {
  return home.sandbox.backstage.timeEntries().filter((entry) => entry.note === note);
}

function leftBehind(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('traybooks-request-'));
}

describe('while the app runs', () => {
  it('--add puts an entry into FreshBooks, once, and shows no window', async () => {
    const added = await home.call('--add', 'clinic 1h15 scripted-once');
    expect(added).toMatchObject({ exitCode: 0, stderr: '' });
    expect(added.stdout).toMatch(/^Added 1 h 15 m today: .*Clinic website.*scripted-once\.$/);
    await expect.poll(() => entriesNoted('scripted-once').length, SOON).toBe(1);
    expect(entriesNoted('scripted-once')[0]).toMatchObject({
      durationSeconds: 4500,
      projectId: 7_004_518,
      clientId: 30_411,
    });
    expect(await isShown(home.app)).toBe(false);
  });

  it('asks back what is unclear, and saves nothing', async () => {
    const before = home.sandbox.backstage.timeEntries().length;
    const asked = await home.call('--add', 'clinic unmeasured');
    expect(asked).toMatchObject({ exitCode: 3, stdout: '' });
    expect(asked.stderr).toMatch(/Nothing was saved\.$/);
    const asJson = await home.call('--json', '--add', 'clinic unmeasured');
    expect(asJson).toMatchObject({ exitCode: 3, stderr: '' });
    expect(JSON.parse(asJson.stdout)).toMatchObject({
      done: false,
      unclear: [{ part: 'duration', why: expect.any(String), choices: expect.any(Array) }],
    });
    expect(home.sandbox.backstage.timeEntries()).toHaveLength(before);
  });

  it('answers two callers at once, each with its own', async () => {
    const notes = ['first-of-two', 'second-of-two'];
    const ends = await Promise.all(notes.map((note) => home.call('--add', `clinic 30m ${note}`)));
    ends.forEach(({ exitCode, stdout }, index) => {
      expect(exitCode).toBe(0);
      expect(stdout).toContain(notes[index]);
    });
    for (const note of notes) await expect.poll(() => entriesNoted(note).length, SOON).toBe(1);
  });

  it('--status tells what is going on, in words and for scripts', async () => {
    const { stdout, exitCode } = await home.call('--status', '--json');
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      connection: 'connected',
      business: expect.any(String),
      timer: null,
      waiting: 0,
      unsure: 0,
      refused: 0,
    });
    const words = await home.call('--status');
    expect(words.stdout).toMatch(/^No timer is running\.\nToday: .+\.$/);
  });

  it('says what cannot be done, with a code of its own', async () => {
    expect(await home.call('--stop')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'No timer is running.',
    });
    const wrong = await home.call('--add', 'clinic', 'website');
    expect(wrong.exitCode).toBe(2);
    expect(wrong.stderr).toContain('in quotes');
    expect((await home.call('--version')).stdout).toMatch(/^Traybooks \d/);
    expect((await home.call('--help')).stdout).toContain('--status');
    expect(await isShown(home.app)).toBe(false);
  });

  it('says as JSON, too, why it could not even ask', async () => {
    const { profile } = home;
    const env = { TMPDIR: '/there/is/no/such/folder' };
    const asked = await callApp({ profile, env, words: ['--status', '--json'] });
    expect(asked).toMatchObject({ exitCode: 1, stderr: '' });
    expect(JSON.parse(asked.stdout)).toMatchObject({ done: false, error: { code: 'bug' } });
    const inWords = await callApp({ profile, env, words: ['--status'] });
    expect(inWords).toMatchObject({ exitCode: 1, stdout: '' });
    expect(inWords.stderr).toMatch(/^Traybooks could not be asked: /);
  });

  it('--show shows the window', async () => {
    expect(await home.call('--show')).toMatchObject({ exitCode: 0 });
    await windowIs(home.app, 'shown');
  });

  it('leaves nothing behind', () => {
    expect(leftBehind()).toEqual([]);
  });
});

describe('while no app runs', () => {
  it('--status starts it in the tray, and callers at the same moment find the same one', async () => {
    await home.quit();
    const calls = Array.from({ length: 4 }, () => home.call('--status', '--json'));
    const answers = await Promise.all(calls);
    const owner = ownerOf(home.profile);
    try {
      for (const { stdout } of answers) {
        expect(JSON.parse(stdout)).toMatchObject({ connection: 'connected' });
      }
      const later = await home.call('--add', 'clinic 20m started-for-this');
      expect(later.exitCode).toBe(0);
      expect(ownerOf(home.profile)).toBe(owner);
      await expect.poll(() => entriesNoted('started-for-this').length, SOON).toBe(1);
      expect(await isOnScreen('Traybooks')).toBe(false);
      expect(leftBehind()).toEqual([]);
    } finally {
      if (owner) process.kill(owner, 'SIGTERM');
      await expect.poll(() => ownerOf(home.profile), SOON).toBeNull();
    }
  });

  it('is an app like any other afterwards', async () => {
    await home.start();
    await openPopover(home.app);
    await home.page.getByRole('list', { name: 'Unpaid invoices' }).waitFor();
  });
});
