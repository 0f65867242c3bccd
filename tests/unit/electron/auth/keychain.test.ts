import { describe, expect, it } from 'vitest';
import { type KeytarLike, openKeychain } from '../../../../electron/auth/keychain.ts';
import { desktopKeychain } from '../../../../shared/desktop-keychain.ts';
import { createMemoryKeytar } from '../../../support/memory-keytar.ts';

const unavailable = (cause: string) => ({
  ok: false,
  error: { code: 'keychain-unavailable', cause },
});

const WRITTEN = { ok: true, value: undefined };

function setUp(changes: Partial<KeytarLike> = {}) {
  const keytar = createMemoryKeytar();
  let loads = 0;
  const keychain = openKeychain({
    service: 'Traybooks',
    load: async () => {
      loads += 1;
      return { ...keytar, ...changes };
    },
  });
  return { keychain, keytar, kept: keytar.entries, calls: keytar.calls, loads: () => loads };
}

const throws = (message: string) => async () => {
  throw new Error(message);
};

const PROBE = ['write probe', 'read probe', 'erase probe'];

/** Calls about the entry itself, without the look for parts of longer values. */
const aboutWhole = (calls: readonly string[]) => calls.filter((call) => !call.includes('#'));

describe('a keychain that works', () => {
  it('is settled only when everything asked of it has been answered', async () => {
    let answer = (_secret: string) => {};
    const { keychain } = setUp({
      getPassword: (_service, account) =>
        account === 'probe'
          ? Promise.resolve('Traybooks was here')
          : new Promise((resolve) => {
              answer = resolve;
            }),
    });
    await keychain.settled();
    let settled = false;
    const reading = keychain.read('a');
    await new Promise(setImmediate);
    const waiting = keychain.settled().then(() => {
      settled = true;
    });
    await new Promise(setImmediate);
    expect(settled).toBe(false);
    answer('secret');
    await waiting;
    expect(await reading).toEqual({ ok: true, value: 'secret' });
  });

  it('keeps, gives back and erases, under the service’s name', async () => {
    const { keychain, kept } = setUp();
    expect(await keychain.read('a')).toEqual({ ok: true, value: null });
    expect(await keychain.write('a', 'secret')).toEqual(WRITTEN);
    expect([...kept]).toEqual([['Traybooks/a', 'secret']]);
    expect(await keychain.read('a')).toEqual({ ok: true, value: 'secret' });
    expect(await keychain.erase('a')).toEqual(WRITTEN);
    expect(await keychain.erase('a')).toEqual(WRITTEN);
    expect(kept.size).toBe(0);
  });

  it('is loaded when first needed, and once', async () => {
    const { keychain, loads } = setUp();
    expect(loads()).toBe(0);
    await Promise.all([keychain.read('a'), keychain.read('b')]);
    expect(loads()).toBe(1);
  });

  it('is written to, read and cleared once before it is trusted, and the probe leaves nothing', async () => {
    const { keychain, calls, kept } = setUp();
    await keychain.write('a', '1');
    await keychain.write('b', '2');
    await keychain.read('b');
    expect(aboutWhole(calls)).toEqual([
      ...PROBE,
      'write a',
      'read a',
      'write b',
      'read b',
      'read b',
    ]);
    expect([...kept.keys()]).toEqual(['Traybooks/a', 'Traybooks/b']);
  });

  it('is probed once by several who come at the same time', async () => {
    const { keychain, calls } = setUp();
    await Promise.all([keychain.write('a', '1'), keychain.write('b', '2'), keychain.read('a')]);
    expect(calls.filter((call) => call === 'write probe')).toHaveLength(1);
  });

  it('proves itself again before its word that there is nothing is taken', async () => {
    const { keychain, calls } = setUp();
    await keychain.write('a', '1');
    calls.length = 0;
    expect(await keychain.read('b')).toEqual({ ok: true, value: null });
    expect(aboutWhole(calls)).toEqual(['read b', ...PROBE]);
  });
});

describe('a keychain that fails', () => {
  it('lacks its library when the native module does not load, and is tried again', async () => {
    let loads = 0;
    const keychain = openKeychain({
      service: 'Traybooks',
      load: async () => {
        loads += 1;
        throw new Error('Failed to load keytar native addon');
      },
    });
    expect(await keychain.read('a')).toEqual(unavailable('library-missing'));
    expect(await keychain.write('a', 'secret')).toEqual(unavailable('library-missing'));
    expect(await keychain.erase('a')).toEqual(unavailable('library-missing'));
    expect(loads).toBe(3);
  });

  it.each([
    // Each as keytar passed it on, on Debian 12 and on macOS.
    ['missing', 'Could not connect: No such file or directory'],
    ['missing', 'The given address is empty'],
    ['missing', 'Unknown or unsupported transport “disabled” for address “disabled:”'],
    ['missing', 'Cannot autolaunch D-Bus without X11 $DISPLAY'],
    ['missing', 'The name org.freedesktop.secrets was not provided by any .service files'],
    ['missing', 'Object does not exist at path “/org/freedesktop/secrets/collection/login”'],
    ['locked', 'Cannot create an item in a locked collection'],
    ['locked', 'Cannot get secret of a locked object'],
    ['locked', 'User interaction is not allowed.'],
    // In a language we do not read: nothing works, so there is none.
    ['missing', 'Verbindung nicht möglich: Datei oder Verzeichnis nicht gefunden'],
  ])('is %s when everything ends in: %s', async (cause, message) => {
    const { keychain, keytar } = setUp();
    keytar.trouble = message;
    expect(await keychain.read('a')).toEqual(unavailable(cause));
    expect(await keychain.write('a', 'secret')).toEqual(unavailable(cause));
    expect(await keychain.erase('a')).toEqual(unavailable(cause));
  });

  it('is locked, not empty, when it says of everything that it is not there', async () => {
    const { keychain, keytar, kept } = setUp();
    await keychain.write('a', 'secret');
    keytar.locked = true;
    expect(await keychain.read('a')).toEqual(unavailable('locked'));
    expect(await keychain.erase('a')).toEqual(unavailable('locked'));
    expect(kept.get('Traybooks/a')).toBe('secret');
  });

  it('asks a person once to unlock it at the first read, not twice', async () => {
    const { keychain, keytar, calls } = setUp();
    keytar.locked = true;
    expect(await keychain.read('a')).toEqual(unavailable('locked'));
    expect(calls).toEqual(['write probe']);
  });

  it('refused the write when it reads and says something unheard of', async () => {
    const { keychain, keytar, kept } = setUp();
    kept.set('Traybooks/a', 'from before');
    keytar.writeTrouble = 'Stub received bad data';
    expect(await keychain.write('a', 'secret')).toEqual(unavailable('write-refused'));
    // What it has is still worth having.
    expect(await keychain.read('a')).toEqual({ ok: true, value: 'from before' });
    expect(await keychain.read('b')).toEqual(unavailable('write-refused'));
  });

  it('refused the write when it loses what it was given, without a word', async () => {
    const { keychain, keytar, calls } = setUp();
    keytar.forgetful = true;
    expect(await keychain.write('a', 'secret')).toEqual(unavailable('write-refused'));
    expect(calls).not.toContain('write a');
  });

  it('is found out although it worked before', async () => {
    const { keychain, keytar, kept } = setUp();
    expect(await keychain.write('a', 'old')).toEqual(WRITTEN);
    keytar.forgetful = true;
    expect(await keychain.write('a', 'new')).toEqual(unavailable('write-refused'));
    expect(kept.get('Traybooks/a')).toBe('old');
    keytar.forgetful = false;
    keytar.trouble = 'Could not connect: No such file or directory';
    expect(await keychain.write('a', 'new')).toEqual(unavailable('missing'));
    keytar.trouble = null;
    expect(await keychain.write('a', 'new')).toEqual(WRITTEN);
  });

  it('is probed again at the next write', async () => {
    const { keychain, keytar, kept } = setUp();
    keytar.locked = true;
    expect(await keychain.write('a', 'secret')).toEqual(unavailable('locked'));
    keytar.locked = false;
    expect(await keychain.write('a', 'secret')).toEqual(WRITTEN);
    expect(kept.get('Traybooks/a')).toBe('secret');
  });

  it('never repeats a secret in its error', async () => {
    const { keychain } = setUp({ setPassword: throws('could not store canary-secret') });
    expect(JSON.stringify(await keychain.write('a', 'canary-secret'))).not.toContain('canary');
  });

  it('says of which desktop it is, for the words to name what to install', async () => {
    const desktop = desktopKeychain({
      platform: 'linux',
      currentDesktop: 'GNOME',
      distributions: ['debian'],
    });
    const keychain = openKeychain({
      service: 'Traybooks',
      load: async () => Promise.reject(new Error('no')),
      desktop,
    });
    expect(await keychain.read('a')).toMatchObject({ error: { desktop } });
  });
});
