// The page's part in a sign-in: which step the person is at, and what they typed. The sign-in
// itself runs in the main process and is told by the snapshot.
import { useEffect, useRef, useState } from 'react';
import type { TraybooksError } from '../../../shared/errors.ts';
import { useCommand } from '../../snapshot/use-command.ts';
import { useSlice } from '../../snapshot/use-snapshot.ts';
import { type Credentials, NO_CREDENTIALS } from './credentials.ts';

export function useSignIn() {
  const { signIn, problem, active } = useSlice('connection');
  const freshbooks = useCommand('sign-in.freshbooks');
  const sampleData = useCommand('sign-in.sample-data');
  const [isConnecting, setConnecting] = useState(false);
  const [justConnected, setJustConnected] = useState(false);
  const [credentials, setCredentials] = useState<Credentials>(NO_CREDENTIALS);

  const wasUnderWay = useRef(false);
  useEffect(() => {
    const hasEnded = wasUnderWay.current && signIn === null;
    wasUnderWay.current = signIn !== null;
    if (signIn !== null) setJustConnected(false);
    if (!hasEnded || problem || active === null) return;
    setJustConnected(true);
    setConnecting(false);
    setCredentials(NO_CREDENTIALS);
  }, [signIn, problem, active]);

  return {
    underWay: signIn,
    problem: worthSaying(problem ?? freshbooks.error ?? sampleData.error),
    isStarting: freshbooks.underWay || sampleData.underWay,
    isConnecting,
    justConnected,
    credentials,
    setCredentials,
    startConnecting: () => setConnecting(true),
    stopConnecting: () => setConnecting(false),
    withCredentials: (typed: Credentials) => void freshbooks.send(typed),
    withSampleData: () => void sampleData.send(),
    /** The person has seen who is connected. */
    open: () => setJustConnected(false),
  };
}

/** Someone who pressed Cancel knows that they did. */
function worthSaying(error: TraybooksError | null): TraybooksError | null {
  return error?.code === 'cancelled' && error.by === 'person' ? null : error;
}
