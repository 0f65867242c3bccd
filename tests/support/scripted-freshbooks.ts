// The FreshBooks client on a scripted network: one fetch for reads and writes, unless two are
// given, and tokens that are always at hand.

import type { AccessTokens, FreshBooksWorld } from '../../electron/freshbooks/freshbooks-world.ts';
import type { Business } from '../../shared/books.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { LARKFIELD } from './larkfield.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';
import type { ScriptedFetch } from './scripted-fetch.ts';

interface ScriptedTokens extends AccessTokens {
  /** The tokens reported as refused. */
  readonly refused: readonly string[];
}

/** `token-1`, then `token-2` after a renewal, … @param renewal what renewing answers instead */
export function scriptedTokens(renewal?: Result<string>): ScriptedTokens {
  const refused: string[] = [];
  const current = () => ok(`token-${refused.length + 1}`);
  return {
    refused,
    accessToken: async () => current(),
    renewAfter: async (token) => {
      refused.push(token);
      return renewal ?? current();
    },
  };
}

export const SIGNED_OUT = failed({ code: 'sign-in-needed', reason: 'session-ended' });

type ScriptedWorld = FreshBooksWorld & {
  /** Whose timers it is handed. */
  readonly clock: ManualClock;
  readonly tokens: ScriptedTokens;
};

export function scriptedWorld(
  network: ScriptedFetch,
  changes: { readonly writes?: ScriptedFetch; readonly tokens?: ScriptedTokens } = {},
): ScriptedWorld {
  const clock = manualClock();
  return {
    apiBaseUrl: 'https://freshbooks.test',
    read: network.fetch,
    write: (changes.writes ?? network).fetch,
    tokens: changes.tokens ?? scriptedTokens(),
    userAgent: 'Traybooks/0.1.0',
    timers: clock.timers,
    clock,
  };
}

export function business(changes: Partial<Business> = {}): Business {
  return { ...LARKFIELD, ...changes };
}
