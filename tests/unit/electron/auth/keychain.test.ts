import { describe, expect, it } from 'vitest';
import { type KeytarLike, openKeychain } from '../../../../electron/auth/keychain.ts';
import { createMemoryKeytar } from '../../../support/memory-keytar.ts';

const unavailable = (cause: string) => ({
  ok: false,
  error: { code: 'keychain-unavailable', cause },
});

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
  return { keychain, kept: keytar.entries, calls: keytar.calls, loads: () => loads };
}

const throws = (message: string) => async () => {
  throw new Error(message);
};

describe('a keychain that works', () => {
  it('is settled only when everything asked of it has been answered', async () => {
    let answer = (_secret: string) => {};
    const { keychain } = setUp({
      getPassword: () =>
        new Promise((resolve) => {
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
    expect(await keychain.write('a', 'secret')).toEqual({ ok: true, value: undefined });
    expect([...kept]).toEqual([['Traybooks/a', 'secret']]);
    expect(await keychain.read('a')).toEqual({ ok: true, value: 'secret' });
    expect(await keychain.erase('a')).toEqual({ ok: true, value: undefined });
    expect(await keychain.erase('a')).toEqual({ ok: true, value: undefined });
    expect(kept.size).toBe(0);
  });

  it('is loaded when first needed, and once', async () => {
    const { keychain, loads } = setUp();
    expect(loads()).toBe(0);
    await Promise.all([keychain.read('a'), keychain.read('b')]);
    expect(loads()).toBe(1);
  });

  it('is probed before the first write only, and the probe leaves nothing', async () => {
    const { keychain, calls } = setUp();
    await keychain.write('a', '1');
    await keychain.write('b', '2');
    expect(calls).toEqual(['write probe', 'read probe', 'erase probe', 'write a', 'write b']);
  });
});

describe('a keychain that fails', () => {
  it('is missing when the native module does not load, and is tried again', async () => {
    let loads = 0;
    const keychain = openKeychain({
      service: 'Traybooks',
      load: async () => {
        loads += 1;
        throw new Error('libsecret-1.so.0: cannot open shared object file');
      },
    });
    expect(await keychain.read('a')).toEqual(unavailable('missing'));
    expect(await keychain.write('a', 'secret')).toEqual(unavailable('missing'));
    expect(loads).toBe(2);
  });

  it.each([
    ['missing', 'The name org.freedesktop.secrets was not provided by any .service files'],
    ['missing', 'Cannot autolaunch D-Bus without X11 $DISPLAY'],
    ['missing', 'Object does not exist at path “/org/freedesktop/secrets/collection/login”'],
    ['locked', 'Cannot create an item in a locked collection'],
    ['locked', 'Cannot get secret of a locked object'],
    ['locked', 'User interaction is not allowed.'],
  ])('is %s when the system says: %s', async (cause, message) => {
    const { keychain } = setUp({ getPassword: throws(message), setPassword: throws(message) });
    expect(await keychain.read('a')).toEqual(unavailable(cause));
    expect(await keychain.write('a', 'secret')).toEqual(unavailable(cause));
  });

  it('refused the write when it says something unheard of', async () => {
    const { keychain } = setUp({ setPassword: throws('Stub received bad data') });
    expect(await keychain.write('a', 'secret')).toEqual(unavailable('write-refused'));
  });

  it('refused the write when it loses what it was given, without a word', async () => {
    const { keychain, calls } = setUp({ setPassword: async () => {} });
    expect(await keychain.write('a', 'secret')).toEqual(unavailable('write-refused'));
    expect(calls).not.toContain('write a');
  });

  it('is probed again at the next write', async () => {
    let locked = true;
    const kept = new Map<string, string>();
    const { keychain } = setUp({
      async setPassword(_service, account, password) {
        if (locked) throw new Error('locked collection');
        kept.set(account, password);
      },
      getPassword: async (_service, account) => kept.get(account) ?? null,
    });
    expect(await keychain.write('a', 'secret')).toEqual(unavailable('locked'));
    locked = false;
    expect(await keychain.write('a', 'secret')).toMatchObject({ ok: true });
    expect(kept.get('a')).toBe('secret');
  });

  it('never repeats a secret in its error', async () => {
    const { keychain } = setUp({ setPassword: throws('could not store canary-secret') });
    expect(JSON.stringify(await keychain.write('a', 'canary-secret'))).not.toContain('canary');
  });
});
