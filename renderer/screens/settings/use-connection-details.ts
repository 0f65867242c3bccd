// What is known of the login in use, read when someone looks and again when it may have changed.
import { useCallback, useEffect, useState } from 'react';
import type { ConnectionDetails } from '../../../shared/connection-details.ts';
import type { TraybooksError } from '../../../shared/errors.ts';
import type { CommandAnswer } from '../../../shared/ipc.ts';
import type { Connection } from '../../../shared/snapshot.ts';
import { useTraybooks } from '../../snapshot/use-snapshot.ts';
import { useVisible } from '../../snapshot/use-visible.ts';

export interface DetailsReading {
  /** The last that were read; null before that. */
  readonly details: ConnectionDetails | null;
  /** Why the last reading failed. */
  readonly error: TraybooksError | null;
  readonly readAgain: () => void;
}

/** To be used in a component that is drawn anew for another login. */
export function useConnectionDetails({ id, state }: Connection): DetailsReading {
  const { api } = useTraybooks();
  const visible = useVisible();
  const [turn, setTurn] = useState(0);
  const [details, setDetails] = useState<ConnectionDetails | null>(null);
  const [error, setError] = useState<TraybooksError | null>(null);

  /** Another one of these is another question. */
  const question = JSON.stringify([id, state, turn]);
  useEffect(() => {
    if (!visible) return;
    let latest: string | null = question;
    void api.call('connection.details', { connectionId: id }).then((answer) => take(answer));

    function take(answer: CommandAnswer<'connection.details'>) {
      if (latest !== question) return;
      if (answer.ok) setDetails(answer.value);
      setError(answer.ok ? null : answer.error);
    }
    return () => {
      latest = null;
    };
  }, [api, id, visible, question]);

  return { details, error, readAgain: useCallback(() => setTurn((last) => last + 1), []) };
}
