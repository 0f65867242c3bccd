// Signing in and out, and which login is in use. The stored half is known at once; the live half
// comes when the keychain has been asked.
import type { Books } from '../../shared/books.ts';
import type { SignedOut } from '../../shared/connection-details.ts';
import type { Connections, SignedIn, SignInRequest } from '../../shared/connections.ts';
import type { TraybooksError } from '../../shared/errors.ts';
import type { ConnectionId } from '../../shared/ids.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type {
  BusinessesSlice,
  ConnectionSlice,
  ConnectionState,
  Notice,
  SignInUnderWay,
} from '../../shared/snapshot.ts';
import { GONE_WITH_QUIT, isGoneWithQuit } from './kept-until-quit.ts';
import type { LeftSecrets } from './left-secrets.ts';
import type { LiveConnections } from './live-connections.ts';
import { otherPersonNotice } from './login-notices.ts';
import type { StoredConnection, StoredConnections } from './stored-connections.ts';
import { takeIn } from './take-in-login.ts';

export interface LoginsWorld {
  readonly stored: StoredConnections;
  readonly left: LeftSecrets;
  readonly live: LiveConnections;
  readonly clock: () => number;
  readonly reportBug: (error: unknown) => void;
  /** Another login is in use, or none. */
  readonly onSwitch: () => void;
  readonly say: (notice: Notice) => void;
  readonly onChange: () => void;
}

interface Problem {
  readonly error: TraybooksError;
  /** Null for a sign-in that failed: nobody knows yet whose it was to be. */
  readonly of: ConnectionId | null;
  /** Milliseconds since the epoch. */
  readonly sinceMs: number;
}

export class Logins {
  private readonly world: LoginsWorld;
  private readonly states = new Map<ConnectionId, ConnectionState>();
  private signInStep: SignInUnderWay | null = null;
  private problem: Problem | null = null;
  private turn = 0;
  /** Which login was in use before each one came, to go back to when it was a mistake. */
  private readonly usedBefore = new Map<ConnectionId, ConnectionId>();

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
        kept: connection.kept,
      })),
      active: stored.active()?.id ?? null,
      signIn: this.signInStep,
      problem: this.problem?.error ?? null,
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
    const { stored, live } = this.world;
    this.states.set(id, state);
    // What the next start will find: secrets in memory are gone by then.
    const lasting = live.isKeptUntilQuit(id) ? GONE_WITH_QUIT : state;
    const isStored = JSON.stringify(stored.find(id)?.state) === JSON.stringify(lasting);
    if (lasting.status !== 'refreshing' && !isStored) stored.setState(id, lasting);
    this.world.onChange();
  }

  async booksOf(id: ConnectionId): Promise<Result<Books>> {
    const stored = this.world.stored.find(id);
    if (!stored) return failed({ code: 'sign-in-needed', reason: 'never-signed-in' });
    const live = await this.world.live.get(stored);
    if (!live.ok) {
      // A login that ended is told by its state; this is for a keychain that cannot be asked.
      if (live.error.code !== 'sign-in-needed') this.setProblem(live.error, id);
      return live;
    }
    if (this.problem?.of === id) this.setProblem(null, id);
    return ok(live.value.books);
  }

  /**
   * For what comes with every look at the popover. A keychain that would not open is not asked
   * again by it: its prompt would take the keyboard from a person who has just sent it away.
   * @returns as `booksOf`; the failure that stands, until a refresh has asked anew
   */
  async booksInPassing(id: ConnectionId): Promise<Result<Books>> {
    const { problem } = this;
    const isShut = problem?.of === id && problem.error.code === 'keychain-unavailable';
    return isShut ? failed(problem.error) : this.booksOf(id);
  }

  /**
   * A login that works settles what stood about it, and a reconnect that failed before.
   * @param askedAtMs when the refresh that succeeded was begun, milliseconds since the epoch: one
   *   begun before the trouble proves nothing
   */
  worked(id: ConnectionId, askedAtMs: number): void {
    const { problem } = this;
    if (!problem || (problem.of !== null && problem.of !== id)) return;
    if (askedAtMs >= problem.sinceMs) this.setProblem(null, id);
  }

  async signIn(request: SignInRequest): Promise<Result<undefined>> {
    this.turn += 1;
    const turn = this.turn;
    this.problem = null;
    const result = await this.runSignIn(request, (step) => {
      if (turn !== this.turn) return;
      this.signInStep = step;
      this.world.onChange();
    });
    // Another sign-in was started meanwhile: the screen belongs to that one.
    if (turn !== this.turn) return result;
    this.signInStep = null;
    this.setProblem(result.ok || isOwnWish(result.error) ? null : result.error, null);
    return result;
  }

  /** From the last copies at once. */
  use(id: ConnectionId): Result<undefined> {
    const { stored, onSwitch } = this.world;
    const wanted = stored.find(id);
    if (!wanted) return noSuchLogin();
    if (wanted.active) return ok();
    const activated = stored.activate(id);
    if (activated.ok) onSwitch();
    return activated;
  }

  keep(id: ConnectionId): Result<undefined> {
    const { stored, onChange } = this.world;
    if (!stored.find(id)) return noSuchLogin();
    const kept = stored.keep(id);
    if (kept.ok) onChange();
    return kept;
  }

  /** @returns `not-found` for a login kept already: signing out of that is another wish */
  async undo(id: ConnectionId): Promise<Result<SignedOut>> {
    if (this.world.stored.find(id)?.kept !== false) return noSuchLogin();
    return this.signOut(id);
  }

  /** @returns `keychain-unavailable` when the secrets could not be removed: the login then stays */
  async signOut(id: ConnectionId): Promise<Result<SignedOut>> {
    const { stored, live } = this.world;
    const known = stored.find(id);
    if (!known) return noSuchLogin();
    const result = isGoneWithQuit(known, live)
      ? ok({ revoked: false, accessEndsAtMs: null })
      : await (await live.port()).signOut(id, known.source);
    if (!result.ok && result.error.code === 'keychain-unavailable') return result;
    live.drop(id);
    this.states.delete(id);
    const removed = stored.remove(id, this.usedBefore.get(id) ?? null);
    this.world.onSwitch();
    return removed.ok ? result : removed;
  }

  /** A throw must not leave the screen waiting for a sign-in that is over. */
  private async runSignIn(
    request: SignInRequest,
    onStep: Parameters<Connections['signIn']>[1],
  ): Promise<Result<undefined>> {
    try {
      const port = await this.world.live.port();
      const answer = await port.signIn(request, onStep);
      return answer.ok ? this.signedIn(answer.value, request) : answer;
    } catch (error) {
      this.world.reportBug(error);
      return failed({ code: 'bug', detail: 'signing in' });
    }
  }

  /**
   * All in one turn: an answer that came between the row's new id and the switch would be stored
   * for an id that is gone.
   */
  private signedIn({ connection, identity }: SignedIn, request: SignInRequest): Result<undefined> {
    const { stored, live, left, clock } = this.world;
    const meant = 'asConnection' in request ? stored.find(request.asConnection) : null;
    const usedBefore = stored.active();
    const takenIn = takeIn(stored, { connection, identity }, clock());
    if (!takenIn.ok) {
      left.erase(connection.id, connection.source);
      return takenIn;
    }
    const earlier = takenIn.value;
    const replaced = earlier && earlier.id !== connection.id ? earlier.id : null;
    // Asked before it is dropped: afterwards nobody knows where its secrets are.
    const where = earlier && left.placeOf(earlier);
    if (replaced) {
      live.drop(replaced);
      this.states.delete(replaced);
    }
    live.add(connection);
    if (usedBefore && !earlier) this.usedBefore.set(connection.id, usedBefore.id);
    this.world.onSwitch();
    if (replaced) {
      // A person who has just given up on a keychain is not asked to unlock it.
      const isShunned = where === 'keychain' && live.isKeptUntilQuit(connection.id);
      if (isShunned) left.eraseLater(replaced, connection.source);
      else if (where !== 'nowhere') left.erase(replaced, connection.source);
    }
    if (meant && meant.identity.id !== identity.id) {
      this.world.say(otherPersonNotice(meant.identity.name, identity.name));
    }
    return ok();
  }

  private setProblem(error: TraybooksError | null, of: ConnectionId | null): void {
    this.problem = error && { error, of, sinceMs: this.world.clock() };
    this.world.onChange();
  }
}

function noSuchLogin(): Result<never> {
  return failed({ code: 'not-found', thing: 'connection' });
}

function isOwnWish(error: TraybooksError): boolean {
  return error.code === 'cancelled' && error.by === 'person';
}
