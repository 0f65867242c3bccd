// Sends one kind of command and remembers how the last one ended, for the place that sent it.
import { useCallback, useRef, useState } from 'react';
import type { TraybooksError } from '../../shared/errors.ts';
import type { CommandAnswer, CommandInput, CommandName } from '../../shared/ipc.ts';
import { useTraybooks } from './use-snapshot.ts';

type Input<Name extends CommandName> =
  CommandInput<Name> extends undefined ? [] : [CommandInput<Name>];

export interface Command<Name extends CommandName> {
  /** Does nothing, and answers null, while the last one is under way: Enter is easily hit twice. */
  readonly send: (...input: Input<Name>) => Promise<CommandAnswer<Name> | null>;
  readonly underWay: boolean;
  /** Why the last one failed; null once the next one starts. */
  readonly error: TraybooksError | null;
  /** The person has moved on from that error. */
  readonly forget: () => void;
}

export function useCommand<Name extends CommandName>(name: Name): Command<Name> {
  const { api } = useTraybooks();
  const busy = useRef(false);
  const [underWay, setUnderWay] = useState(false);
  const [error, setError] = useState<TraybooksError | null>(null);

  const send = useCallback(
    async (...input: Input<Name>) => {
      if (busy.current) return null;
      busy.current = true;
      setUnderWay(true);
      setError(null);
      try {
        const answer = await api.call(name, ...input);
        if (!answer.ok) setError(answer.error);
        return answer;
      } finally {
        busy.current = false;
        setUnderWay(false);
      }
    },
    [api, name],
  );

  const forget = useCallback(() => setError(null), []);
  return { send, underWay, error, forget };
}
