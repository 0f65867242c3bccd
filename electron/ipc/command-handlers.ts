// Which part of the workspace or the desktop each command means.

import type { BusinessId, ConnectionId } from '../../shared/ids.ts';
import { failed, ok } from '../../shared/result.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { CommandHandlers } from './answer-command.ts';

export interface Desktop {
  readonly hideWindow: () => void;
  readonly copy: (text: string) => void;
  /** @returns false when the address is not one we open */
  readonly openLink: (url: string) => Promise<boolean>;
}

export function commandHandlers(workspace: Workspace, desktop: Desktop): CommandHandlers {
  return {
    'snapshot.read': () => ok(workspace.snapshot()),
    'sign-in.freshbooks': (credentials) => workspace.signIn({ source: 'freshbooks', credentials }),
    'sign-in.sample-data': () => workspace.signIn({ source: 'sandbox' }),
    'sign-in.open-browser-again': () => workspace.openBrowserAgain(),
    'sign-in.use-address': ({ text }) => workspace.useAddress(text),
    'sign-in.cancel': () => {
      workspace.cancelSignIn();
      return ok();
    },
    'connection.sign-out': ({ connectionId }) => workspace.signOut(connectionId as ConnectionId),
    'business.choose': ({ businessId }) => workspace.chooseBusiness(businessId as BusinessId),
    'sync.refresh': () => workspace.refresh(),
    'time.log': (entry) => workspace.logTime(entry),
    'settings.change': (change) => workspace.changeSettings(change as Partial<Settings>),
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
