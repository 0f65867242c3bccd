// The world of a session, with a point before each step and, where a step changes something,
// another while it is under way. At the point that was chosen the process kills itself: no handler
// runs, nothing is flushed.
import type { KeytarLike } from '../../../electron/auth/keychain.ts';
import type { Fetch } from '../../../shared/fetch.ts';
import type { RefreshNotes } from '../../../shared/refresh-notes.ts';

export interface KillPoints {
  /** Counts anew. @param killAt null: counts only */
  arm(killAt: number | null): void;
  passed(): number;
  keytar(real: KeytarLike): KeytarLike;
  fetch(real: Fetch): Fetch;
  notes(real: RefreshNotes): RefreshNotes;
}

export function killPoints(kill: () => void): KillPoints {
  let passed = 0;
  let killAt: number | null = null;

  function point(): void {
    passed += 1;
    if (passed === killAt) kill();
  }

  function step<T>(work: () => Promise<T>): Promise<T> {
    point();
    const underWay = work();
    point();
    return underWay;
  }

  function atOnce<T>(work: () => T): T {
    point();
    const done = work();
    point();
    return done;
  }

  return {
    arm(at) {
      passed = 0;
      killAt = at;
    },
    passed: () => passed,
    keytar: (real) => ({
      getPassword(service, account) {
        point();
        return real.getPassword(service, account);
      },
      setPassword: (service, account, password) =>
        step(() => real.setPassword(service, account, password)),
      deletePassword: (service, account) => step(() => real.deletePassword(service, account)),
    }),
    fetch: (real) => async (url, init) => {
      const answer = await step(() => real(url, init));
      // FreshBooks has answered, and nobody has read it.
      point();
      return answer;
    },
    notes: (real) => ({
      has: real.has,
      begin: (id, note) => atOnce(() => real.begin(id, note)),
      end: (id, fingerprint) => atOnce(() => real.end(id, fingerprint)),
      clear: (id, inVault) => atOnce(() => real.clear(id, inVault)),
    }),
  };
}
