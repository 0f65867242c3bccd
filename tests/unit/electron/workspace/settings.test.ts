import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeSettings, loadSettings } from '../../../../electron/workspace/settings.ts';
import { DEFAULT_SETTINGS } from '../../../../shared/settings.ts';
import { type WorkspaceBench, workspaceBench } from '../../../support/workspace-bench.ts';

let bench: WorkspaceBench;
beforeEach(() => {
  bench = workspaceBench();
});
afterEach(() => bench.remove());

describe('the settings file', () => {
  it('gives the usual settings while there is none', () => {
    const { settings, notices } = bench.open().snapshot();
    expect(settings).toEqual({
      values: DEFAULT_SETTINGS,
      shortcut: 'unknown',
      version: '0.1.0',
      platform: 'linux',
    });
    expect(notices).toEqual([]);
  });

  it('keeps a change, and what others keep beside it', () => {
    writeFileSync(bench.settingsPath, '{"windowPlace":[1,2]}');
    const workspace = bench.open();
    expect(workspace.changeSettings({ appearance: 'dark' })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(bench.open().snapshot().settings.values.appearance).toBe('dark');
    expect(JSON.parse(readFileSync(bench.settingsPath, 'utf8'))).toMatchObject({
      windowPlace: [1, 2],
    });
  });

  it.each(['{"appearance":', '', '[]', 'null', '"dark"', '\u0000\u0000'])(
    'is set aside when damaged (%j), with the usual settings and a notice',
    (text) => {
      writeFileSync(bench.settingsPath, text);
      const { settings, notices } = bench.open().snapshot();
      expect(settings.values).toEqual(DEFAULT_SETTINGS);
      expect(notices).toMatchObject([{ id: 'settings-damaged' }]);
      expect(readFileSync(`${bench.settingsPath}.damaged`, 'utf8')).toBe(text);
      expect(existsSync(bench.settingsPath)).toBe(false);
    },
  );

  it('loses only the member that cannot be used', () => {
    writeFileSync(bench.settingsPath, '{"refreshEveryMinutes":0,"appearance":"dark"}');
    const { settings, notices } = bench.open().snapshot();
    expect(settings.values).toEqual({ ...DEFAULT_SETTINGS, appearance: 'dark' });
    expect(notices[0]?.text).toContain('refreshEveryMinutes');
  });

  it('says once what it could not use, and then holds what is in use', () => {
    writeFileSync(bench.settingsPath, '{"refreshEveryMinutes":0,"windowPlace":[1,2]}');
    bench.open().dismissNotice('settings-refused');
    expect(bench.open().snapshot().notices).toEqual([]);
    expect(JSON.parse(readFileSync(bench.settingsPath, 'utf8'))).toEqual({
      ...DEFAULT_SETTINGS,
      windowPlace: [1, 2],
    });
  });

  it('that cannot be read costs a sentence, not the start, and a change says why it fails', () => {
    mkdirSync(bench.settingsPath);
    const workspace = bench.open();
    expect(workspace.snapshot().settings.values).toEqual(DEFAULT_SETTINGS);
    expect(workspace.snapshot().notices).toMatchObject([{ id: 'settings-unreadable' }]);
    expect(workspace.changeSettings({ appearance: 'dark' })).toEqual({
      ok: false,
      error: { code: 'storage-unusable', cause: 'cannot-open' },
    });
  });

  it('that can neither be used nor set aside costs a sentence, too', () => {
    const error = Object.assign(new Error('not permitted'), { code: 'EPERM', syscall: 'rename' });
    const refuse = () => {
      throw error;
    };
    const file = { read: () => 'not an object', write: refuse, setAside: refuse };
    expect(loadSettings(file)).toMatchObject({
      values: DEFAULT_SETTINGS,
      notice: { id: 'settings-damaged' },
    });
    const refused = { read: () => ({ appearance: 'loud' }), write: refuse, setAside: refuse };
    expect(loadSettings(refused)).toMatchObject({ notice: { id: 'settings-refused' } });
  });

  it('refuses a bad value with its field, and stays as it was', () => {
    const workspace = bench.open();
    expect(workspace.changeSettings({ refreshEveryMinutes: 1 })).toMatchObject({
      ok: false,
      error: { code: 'rejected', fields: { refreshEveryMinutes: expect.any(String) } },
    });
    expect(workspace.snapshot().settings.values).toEqual(DEFAULT_SETTINGS);
  });
});

describe('a change that did not reach the disk', () => {
  const full = { ok: false, error: { code: 'storage-full' } };

  it('is refused when the disk says so', () => {
    const error = Object.assign(new Error('no space left'), { code: 'ENOSPC', syscall: 'write' });
    const file = {
      read: () => ({}),
      write: () => {
        throw error;
      },
      setAside: () => {},
    };
    expect(changeSettings(file, DEFAULT_SETTINGS, { appearance: 'dark' })).toEqual(full);
  });

  it.each([
    ['nothing', () => ({})],
    [
      'half a file',
      () => {
        throw new SyntaxError('Unexpected end of JSON input');
      },
    ],
  ])('is refused when success was reported but %s was written', (_, read) => {
    const file = { read, write: () => {}, setAside: () => {} };
    expect(changeSettings(file, DEFAULT_SETTINGS, { appearance: 'dark' })).toEqual(full);
  });
});
