// Which part of the workspace or the desktop each command means.

import type { BusinessId, ConnectionId } from '../../shared/ids.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { Settings } from '../../shared/settings.ts';
import type { ShortcutState } from '../../shared/snapshot.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { CommandHandlers } from './answer-command.ts';

export interface Desktop {
  readonly hideWindow: () => void;
  readonly copy: (text: string) => void;
  /** The one that worked stays when this one cannot be had. */
  readonly takeShortcut: (accelerator: string) => ShortcutState;
  /** @returns false when the address is not one we open */
  readonly openLink: (url: string) => Promise<boolean>;
}

export function commandHandlers(workspace: Workspace, desktop: Desktop): CommandHandlers {
  return {
    'snapshot.read': () => ok(workspace.snapshot()),
    'sign-in.check-credentials': (credentials) => workspace.checkCredentials(credentials),
    'sign-in.freshbooks': (credentials) => workspace.signIn({ source: 'freshbooks', credentials }),
    'sign-in.sample-data': () => workspace.signIn({ source: 'sandbox' }),
    'sign-in.open-browser-again': () => workspace.openBrowserAgain(),
    'sign-in.use-address': ({ text }) => workspace.useAddress(text),
    'sign-in.cancel': () => {
      workspace.cancelSignIn();
      return ok();
    },
    'sign-in.again': (of) => workspace.signInAgain(idOf(of)),
    'sign-in.keep': (of) => workspace.keepLogin(idOf(of)),
    'sign-in.undo': (of) => workspace.undoLogin(idOf(of)),
    'connection.use': (of) => workspace.useLogin(idOf(of)),
    'connection.details': (of) => workspace.connectionDetails(idOf(of)),
    'connection.renew': (of) => workspace.renewLogin(idOf(of)),
    'connection.test': (of) => workspace.testLogin(idOf(of)),
    'connection.copy-diagnostics': async (of) => {
      const text = await workspace.diagnostics(idOf(of));
      if (!text.ok) return text;
      desktop.copy(text.value);
      return ok();
    },
    'connection.sign-out': (of) => workspace.signOut(idOf(of)),
    'business.choose': ({ businessId }) => workspace.chooseBusiness(businessId as BusinessId),
    'keychain.keep-until-quit': async () => {
      await workspace.keepSecretsUntilQuit();
      return ok();
    },
    'sync.refresh': () => workspace.refresh(),
    'time.log': (entry) => workspace.logTime(entry),
    'time.change': (entry) => workspace.changeEntry(entry),
    'time.delete': ({ key }) => workspace.deleteEntry(key),
    'time.undo': ({ id }) => workspace.undo(id),
    'outbox.retry': () => workspace.retryUnsent(),
    'outbox.discard': ({ key }) => workspace.discardEntry(key),
    'outbox.resolve': (choice) => workspace.resolveEntry(choice),
    'timer.start': (timer) => workspace.startTimer(timer),
    'timer.change': (change) => workspace.changeTimer(change),
    'timer.pause': () => workspace.pauseTimer(),
    'timer.resume': () => workspace.resumeTimer(),
    'timer.stop': () => workspace.stopTimer(),
    'timer.discard': () => workspace.discardTimer(),
    'timer.away': (answer) => workspace.answerAway(answer),
    'timer.overnight-seen': () => workspace.overnightSeen(),
    'settings.change': (change) => changeSettings(workspace, desktop, change as Partial<Settings>),
    'notice.dismiss': ({ id }) => {
      workspace.dismissNotice(id);
      return ok();
    },
    'window.hide': () => {
      desktop.hideWindow();
      return ok();
    },
    'clipboard.copy': ({ text }) => {
      desktop.copy(text);
      return ok();
    },
    'link.open': async ({ url }) =>
      (await desktop.openLink(url))
        ? ok()
        : failed({ code: 'rejected', fields: { url: 'not a FreshBooks address' } }),
    'network.back': () => {
      workspace.networkBack();
      return ok();
    },
  };
}

/** Text from the page; the workspace knows only the ids of its own logins. */
function idOf({ connectionId }: { readonly connectionId: string }): ConnectionId {
  return connectionId as ConnectionId;
}

/** Keys that cannot be had are refused before they are kept: after a restart none would work. */
function changeSettings(
  workspace: Workspace,
  desktop: Desktop,
  change: Partial<Settings>,
): Result<undefined> {
  const { logTimeShortcut } = change;
  if (logTimeShortcut !== undefined) {
    const state = desktop.takeShortcut(logTimeShortcut);
    if (state !== 'registered') {
      return failed({ code: 'rejected', fields: { logTimeShortcut: WHY_NOT[state] } });
    }
  }
  const changed = workspace.changeSettings(change);
  if (!changed.ok) desktop.takeShortcut(workspace.snapshot().settings.values.logTimeShortcut);
  return changed;
}

const WHY_NOT = {
  taken: 'another program uses these keys',
  invalid: 'these keys cannot be a shortcut',
  unknown: 'these keys cannot be a shortcut',
} as const;
