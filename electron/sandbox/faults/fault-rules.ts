/**
 * Switches for everything that can go wrong between an app and FreshBooks. A rule waits for a
 * request that fits, spoils it, and is used up; without rules the sandbox behaves.
 */
import type { FaultOutcome } from './exchange.ts';

export interface FaultRule {
  /** What has to fit; nothing given fits every request. */
  readonly when?: {
    readonly method?: string;
    /** Tested against the path, without the query. */
    readonly path?: RegExp;
  };
  readonly outcome: FaultOutcome;
  /** How many requests it spoils; 1 unless told, `Infinity` until cancelled. */
  readonly times?: number;
}

export interface SetFault {
  /** Requests spoiled so far. */
  readonly used: number;
  cancel(): void;
}

export interface Faults {
  /** Adds a rule behind those already waiting; a request is spoiled by the first that fits. */
  next(rule: FaultRule): SetFault;
  /** Drops every rule. */
  clear(): void;
}

export interface FaultRules extends Faults {
  /** The outcome for this request, counting it as used; undefined when it may go on in peace. */
  take(method: string, path: string): FaultOutcome | undefined;
}

export function createFaultRules(): FaultRules {
  let waiting: { rule: FaultRule; used: number }[] = [];
  return {
    next(rule) {
      const entry = { rule, used: 0 };
      waiting.push(entry);
      return {
        get used() {
          return entry.used;
        },
        cancel: () => {
          waiting = waiting.filter((other) => other !== entry);
        },
      };
    },
    clear: () => {
      waiting = [];
    },
    take(method, path) {
      const found = waiting.find(({ rule, used }) => {
        const { when = {}, times = 1 } = rule;
        // `search` and not `test`: a global expression would remember where it stopped.
        const pathFits = when.path === undefined || path.search(when.path) >= 0;
        return used < times && (when.method ?? method) === method && pathFits;
      });
      if (!found) return undefined;
      found.used += 1;
      return found.rule.outcome;
    },
  };
}
