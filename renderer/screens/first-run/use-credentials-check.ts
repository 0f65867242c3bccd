// Asks, before any browser opens, whether FreshBooks knows a client ID and secret: one request a
// pair, and never again unless the person asks again.
import { useCallback, useRef, useState } from 'react';
import type { TraybooksError } from '../../../shared/errors.ts';
import { useTraybooks } from '../../snapshot/use-snapshot.ts';
import type { Credentials } from './credentials.ts';

export type Verdict =
  | { readonly kind: 'asking' }
  | { readonly kind: 'known' }
  | { readonly kind: 'refused' }
  /** Says nothing about the pair, so it holds nobody up. */
  | { readonly kind: 'unclear'; readonly error: TraybooksError };

export interface CredentialsCheck {
  /** Null for a pair nobody has asked about. */
  verdictOn(credentials: Credentials): Verdict | null;
  /** Sends nothing when this pair was asked about before. */
  ask(credentials: Credentials): Promise<Verdict>;
  /** Sends again, because the person wants it. */
  askAgain(credentials: Credentials): Promise<Verdict>;
  /** The credentials have done their work. */
  readonly forget: () => void;
}

export function useCredentialsCheck(): CredentialsCheck {
  const { api } = useTraybooks();
  const asked = useRef(new Map<string, Promise<Verdict>>());
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, Verdict>>(new Map());

  function askAgain(credentials: Credentials): Promise<Verdict> {
    const key = keyOf(credentials);
    const tell = (verdict: Verdict) => {
      setVerdicts((before) => new Map(before).set(key, verdict));
      return verdict;
    };
    tell({ kind: 'asking' });
    const asking = api.call('sign-in.check-credentials', credentials).then((answer) => {
      if (answer.ok) return tell({ kind: 'known' });
      return tell(isRefusal(answer.error) ? { kind: 'refused' } : unclear(answer.error));
    });
    asked.current.set(key, asking);
    return asking;
  }

  const forget = useCallback(() => {
    asked.current.clear();
    setVerdicts(new Map());
  }, []);

  return {
    verdictOn: (credentials) => verdicts.get(keyOf(credentials)) ?? null,
    ask: (credentials) => asked.current.get(keyOf(credentials)) ?? askAgain(credentials),
    askAgain,
    forget,
  };
}

function isRefusal(error: TraybooksError): boolean {
  return error.code === 'sign-in-needed' && error.reason === 'invalid-client';
}

function unclear(error: TraybooksError): Verdict {
  return { kind: 'unclear', error };
}

function keyOf({ clientId, clientSecret }: Credentials): string {
  return JSON.stringify([clientId, clientSecret]);
}
