import { describe, expect, it, vi } from 'vitest';
import { answerCommand } from '../../../../electron/ipc/answer-command.ts';
import { commandHandlers, type Desktop } from '../../../../electron/ipc/command-handlers.ts';
import type { Workspace } from '../../../../electron/workspace/workspace.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';

const OF = { connectionId: 'login-1' };

/** A workspace of which only these members are asked. */
function answering(some: Partial<Workspace>) {
  const copy = vi.fn<Desktop['copy']>();
  const desktop: Desktop = {
    hideWindow: vi.fn(),
    copy,
    takeShortcut: () => 'registered',
    openLink: async () => true,
  };
  const handlers = commandHandlers(some as Workspace, desktop);
  const bugs: unknown[] = [];
  const call = (name: string, input: unknown): Promise<Result<unknown>> =>
    answerCommand(handlers, name, input, (error) => bugs.push(error));
  return { call, copy, bugs };
}

describe('the text for support', () => {
  it('goes to the clipboard and not to the page', async () => {
    const { call, copy } = answering({ diagnostics: async () => ok('Traybooks 1.0') });
    expect(await call('connection.copy-diagnostics', OF)).toEqual(ok());
    expect(copy).toHaveBeenCalledExactlyOnceWith('Traybooks 1.0');
  });

  it('leaves the clipboard as it was when there is none', async () => {
    const none = failed({ code: 'not-found', thing: 'connection' });
    const { call, copy } = answering({ diagnostics: async () => none });
    expect(await call('connection.copy-diagnostics', OF)).toEqual(none);
    expect(copy).not.toHaveBeenCalled();
  });
});

describe('what is told of a login', () => {
  const details = {
    grantedScopes: ['user:profile:read'],
    missingScopes: ['user:invoices:read' as const],
    accessEndsAtMs: 2,
    renewsAtMs: null,
    lastRenewal: { atMs: 1, error: { code: 'offline' as const } },
    redirectUri: 'https://localhost:47821/callback',
    keychain: { name: 'GNOME Keyring', kept: 'for-good' as const },
  };

  it('crosses to the page without what the table does not name', async () => {
    const leaky = { ...details, accessToken: 'eyJ', keychain: { ...details.keychain, path: '/x' } };
    const { call } = answering({ connectionDetails: async () => ok(leaky) });
    expect(await call('connection.details', OF)).toEqual(ok(details));
  });

  it('stays behind when it is not what it should be', async () => {
    const wrong = { ...details, grantedScopes: [{ token: 'eyJ' }] } as unknown as typeof details;
    const { call, bugs } = answering({ connectionDetails: async () => ok(wrong) });
    expect(await call('connection.details', OF)).toMatchObject({ error: { code: 'bug' } });
    expect(bugs).toHaveLength(1);
  });
});

describe('a command about a login', () => {
  const done = ok();
  const signedOut = ok({ revoked: false, accessEndsAtMs: 5 });
  it.each([
    ['sign-in.again', 'signInAgain', done],
    ['sign-in.keep', 'keepLogin', done],
    ['sign-in.undo', 'undoLogin', signedOut],
    ['connection.use', 'useLogin', done],
    ['connection.renew', 'renewLogin', done],
    ['connection.test', 'testLogin', ok([{ service: 'Invoices', tookMs: 3, error: null }])],
    ['connection.sign-out', 'signOut', signedOut],
  ] as const)('%s is about the one that was named', async (name, member, answer) => {
    const asked = vi.fn(() => answer);
    const { call } = answering({ [member]: asked });
    expect(await call(name, OF)).toEqual(answer);
    expect(asked).toHaveBeenCalledExactlyOnceWith('login-1');
    expect(await call(name, { connectionId: '' })).toMatchObject({ error: { code: 'bug' } });
    expect(asked).toHaveBeenCalledOnce();
  });
});
