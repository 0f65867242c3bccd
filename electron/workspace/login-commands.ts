// The commands about logins: coming, going, and what Settings do to one.
import type { SignedOut } from '../../shared/connection-details.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import { failed, type Result } from '../../shared/result.ts';
import type { Notice } from '../../shared/snapshot.ts';
import type { WorkspaceDatabase } from './database.ts';
import { isGoneWithQuit } from './kept-until-quit.ts';
import type { LiveConnections } from './live-connections.ts';
import type { LoginCare } from './login-care.ts';
import { entriesKeptNotice, OTHER_PERSON } from './login-notices.ts';
import type { Logins } from './logins.ts';
import type { OutboxRows } from './outbox-rows.ts';
import type { StoredConnections } from './stored-connections.ts';
import { countUnsent } from './unsent.ts';
import type { Workspace } from './workspace.ts';

export interface LoginCommandsWorld {
  readonly database: WorkspaceDatabase;
  readonly stored: StoredConnections;
  readonly rows: OutboxRows;
  readonly live: LiveConnections;
  readonly logins: Logins;
  readonly care: LoginCare;
  readonly say: (notice: Notice) => void;
  /** What was said is true no more. */
  readonly unsay: (id: string) => void;
}

export type LoginCommands = Pick<
  Workspace,
  | 'checkCredentials'
  | 'signIn'
  | 'signInAgain'
  | 'openBrowserAgain'
  | 'useAddress'
  | 'cancelSignIn'
  | 'keepSecretsUntilQuit'
  | 'keepLogin'
  | 'undoLogin'
  | 'useLogin'
  | 'connectionDetails'
  | 'renewLogin'
  | 'testLogin'
  | 'diagnostics'
  | 'signOut'
>;

export function loginCommands(world: LoginCommandsWorld): LoginCommands {
  const { database, stored, live, logins, care } = world;

  /** Says what becomes of entries that were never sent: they outlive the login. */
  async function leave(
    id: ConnectionId,
    way: () => Promise<Result<SignedOut>>,
  ): Promise<Result<SignedOut>> {
    const name = stored.find(id)?.identity.name ?? '';
    care.stop(id);
    const result = await way();
    if (stored.find(id)) return result;
    const left = world.rows.list().filter((row) => row.connectionId === id);
    const { waiting, unsure } = countUnsent(left);
    if (waiting + unsure > 0) world.say(entriesKeptNotice(waiting + unsure, name));
    return result;
  }

  return {
    checkCredentials: async (credentials) => (await live.port()).checkCredentials(credentials),
    async signIn(request) {
      if (database.trouble) return failed(database.trouble);
      return logins.signIn(request);
    },
    async signInAgain(id) {
      const known = stored.find(id);
      if (!known) return failed({ code: 'not-found', thing: 'connection' });
      if (database.trouble) return failed(database.trouble);
      // What went with the last run must be typed again; the sample data makes itself an app.
      if (known.source === 'freshbooks' && isGoneWithQuit(known, live)) {
        return failed({ code: 'sign-in-needed', reason: 'never-signed-in' });
      }
      return logins.signIn({ source: known.source, asConnection: id });
    },
    openBrowserAgain: async () => (await live.port()).openBrowserAgain(),
    useAddress: async (text) => (await live.port()).useAddress(text),
    cancelSignIn: () => void live.port().then((port) => port.cancelSignIn()),
    keepSecretsUntilQuit: async () => (await live.port()).keepUntilQuit(),
    keepLogin: (id) => logins.keep(id),
    async undoLogin(id) {
      const wasThere = stored.find(id) !== null;
      const undone = await leave(id, () => logins.undo(id));
      if (wasThere && !stored.find(id)) world.unsay(OTHER_PERSON);
      return undone;
    },
    useLogin: (id) => logins.use(id),
    connectionDetails: (id) => care.details(id),
    renewLogin: (id) => care.renew(id),
    testLogin: (id) => care.test(id),
    diagnostics: (id) => care.diagnostics(id),
    signOut: (id) => leave(id, () => logins.signOut(id)),
  };
}
