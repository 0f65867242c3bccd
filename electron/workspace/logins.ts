// Signing in and out, and which login is in use. The stored half is known at once; the live half
// comes when the keychain has been asked.
import type { Books, Identity } from '../../shared/books.ts';
import type { SignedIn, SignInRequest } from '../../shared/connections.ts';
import type { TraybooksError } from '../../shared/errors.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type {
  BusinessesSlice,
  ConnectionSlice,
  ConnectionState,
  SignInUnderWay,
} from '../../shared/snapshot.ts';
import type { LiveConnections } from './live-connections.ts';
import {
  firstChoice,
  type StoredConnection,
  type StoredConnections,
} from './stored-connections.ts';

export interface LoginsWorld {
  readonly stored: StoredConnections;
  readonly live: LiveConnections;
  readonly clock: () => number;
  /** Another login is in use, or none. */
  readonly onSwitch: () => void;
  readonly onChange: () => void;
}

export class Logins {
  private readonly world: LoginsWorld;
  private readonly states = new Map<ConnectionId, ConnectionState>();
  private signInStep: SignInUnderWay | null = null;
  private problem: TraybooksError | null = null;
  private turn = 0;

  constructor(world: LoginsWorld) {
    this.world = world;
  }

  connectionSlice(): ConnectionSlice {
    const { stored } = this.world;
    return {
      connections: stored.list().map((connection) => ({
        id: connection.id,
        source: connection.source,
        identity: { name: connection.identity.name, email: connection.identity.email },
        state: this.stateOf(connection),
      })),
      active: stored.active()?.id ?? null,
      signIn: this.signInStep,
      problem: this.problem,
    };
  }

  businessesSlice(): BusinessesSlice {
    const active = this.world.stored.active();
    return {
      list: active?.identity.businesses ?? [],
      chosen: active?.chosenBusiness ?? null,
    };
  }

  isSigningIn(): boolean {
    return this.signInStep !== null;
  }

  stateOf(connection: StoredConnection): ConnectionState {
    return this.states.get(connection.id) ?? connection.state;
  }

  /** Takes what a live connection says about itself; only what must outlive this run is stored. */
  stateChanged(id: ConnectionId, state: ConnectionState): void {
    this.states.set(id, state);
    const isStored = JSON.stringify(this.world.stored.find(id)?.state) === JSON.stringify(state);
    if (state.status !== 'refreshing' && !isStored) this.world.stored.setState(id, state);
    this.world.onChange();
  }

  async booksOf(id: ConnectionId): Promise<Result<Books>> {
    const stored = this.world.stored.find(id);
    if (!stored) return failed({ code: 'sign-in-needed', reason: 'never-signed-in' });
    const live = await this.world.live.get(stored);
    if (!live.ok) {
      // A login that ended is told by its state; this is for a keychain that cannot be asked.
      if (live.error.code !== 'sign-in-needed') this.setProblem(live.error);
      return live;
    }
    if (this.problem?.code === 'keychain-unavailable') this.setProblem(null);
    return ok(live.value.books);
  }

  async signIn(request: SignInRequest): Promise<Result<undefined>> {
    this.turn += 1;
    const turn = this.turn;
    this.problem = null;
    const port = await this.world.live.port();
    const answer = await port.signIn(request, (step) => {
      if (turn !== this.turn) return;
      this.signInStep = step;
      this.world.onChange();
    });
    const result = answer.ok ? await this.signedIn(answer.value) : answer;
    // Another sign-in was started meanwhile: the screen belongs to that one.
    if (turn !== this.turn) return result;
    this.signInStep = null;
    this.problem = result.ok || isOwnWish(result.error) ? null : result.error;
    this.world.onChange();
    return result;
  }

  /** @returns `keychain-unavailable` when the secrets could not be removed: the login then stays */
  async signOut(id: ConnectionId): Promise<Result<undefined>> {
    const { stored, live } = this.world;
    if (!stored.find(id)) return failed({ code: 'not-found', thing: 'connection' });
    const result = await (await live.port()).signOut(id);
    if (!result.ok && result.error.code === 'keychain-unavailable') return result;
    live.drop(id);
    this.states.delete(id);
    const removed = stored.remove(id);
    this.world.onSwitch();
    return removed.ok ? result : removed;
  }

  private async signedIn({ connection, identity }: SignedIn): Promise<Result<undefined>> {
    const { stored, live, clock } = this.world;
    const earlier = stored.sameLogin(connection.source, identity);
    const adopted = stored.adopt(
      {
        id: connection.id,
        source: connection.source,
        identity,
        identityReadAtMs: clock(),
        chosenBusiness: keptChoice(earlier, identity) ?? firstChoice(identity.businesses),
        state: connection.state(),
        active: true,
      },
      earlier,
    );
    const port = await live.port();
    if (!adopted.ok) {
      // Without a row nobody would ever find these secrets again.
      await port.signOut(connection.id);
      return adopted;
    }
    if (earlier && earlier.id !== connection.id) {
      live.drop(earlier.id);
      this.states.delete(earlier.id);
      await port.signOut(earlier.id);
    }
    live.add(connection);
    this.world.onSwitch();
    return ok();
  }

  private setProblem(problem: TraybooksError | null): void {
    this.problem = problem;
    this.world.onChange();
  }
}

function keptChoice(earlier: StoredConnection | null, identity: Identity) {
  const chosen = earlier?.chosenBusiness;
  return identity.businesses.find(({ id }) => id === chosen)?.id ?? null;
}

function isOwnWish(error: TraybooksError): boolean {
  return error.code === 'cancelled' && error.by === 'person';
}
