// The page's part in a sign-in: which step the person is at, and what they typed. The sign-in
// itself runs in the main process and is told by the snapshot.
import { useEffect, useRef, useState } from 'react';
import type { TraybooksError } from '../../../shared/errors.ts';
import type { ConnectionId } from '../../../shared/ids.ts';
import { useCommand } from '../../snapshot/use-command.ts';
import { useSlice } from '../../snapshot/use-snapshot.ts';
import { type Credentials, NO_CREDENTIALS } from './credentials.ts';

export function useSignIn() {
  const { signIn, problem, active } = useSlice('connection');
  const freshbooks = useCommand('sign-in.freshbooks');
  const sampleData = useCommand('sign-in.sample-data');
  const [isConnecting, setConnecting] = useState(false);
  const [justConnected, setJustConnected] = useState(false);
  /** The problem the person has dismissed. */
  const [seen, setSeen] = useState<string | null>(null);
  const [credentials, setCredentials] = useState<Credentials>(NO_CREDENTIALS);

  /** The login in use when the sign-in under way began; undefined while there is none. */
  const before = useRef<ConnectionId | null | undefined>(undefined);
  useEffect(() => {
    if (signIn !== null) {
      if (before.current === undefined) before.current = active;
      setJustConnected(false);
      return;
    }
    // Every login has an id of its own, so an unchanged one is an earlier sign-in's.
    const hasSucceeded =
      before.current !== undefined && active !== null && active !== before.current;
    before.current = undefined;
    if (!hasSucceeded) return;
    setJustConnected(true);
    setConnecting(false);
    setCredentials(NO_CREDENTIALS);
  }, [signIn, active]);

  const forgetFreshbooks = freshbooks.forget;
  const forgetSampleData = sampleData.forget;
  useEffect(() => {
    // What the main process no longer calls a problem is none here either.
    if (problem !== null) return;
    forgetFreshbooks();
    forgetSampleData();
  }, [problem, forgetFreshbooks, forgetSampleData]);

  const problemNow = worthSaying(problem ?? freshbooks.error ?? sampleData.error);
  // Slices come anew with every change: the same problem is another object each time.
  const problemKey = problemNow && JSON.stringify(problemNow);
  useEffect(() => {
    if (problemKey === null) setSeen(null);
  }, [problemKey]);

  return {
    underWay: signIn,
    problem: problemKey === seen ? null : problemNow,
    dismissProblem: () => setSeen(problemKey),
    isStarting: freshbooks.underWay || sampleData.underWay,
    isConnecting,
    justConnected,
    credentials,
    setCredentials,
    startConnecting: () => setConnecting(true),
    stopConnecting: () => setConnecting(false),
    withCredentials(typed: Credentials) {
      setSeen(null);
      void freshbooks.send(typed);
    },
    withSampleData() {
      setSeen(null);
      void sampleData.send();
    },
    /** The person has seen who is connected. */
    open: () => setJustConnected(false),
  };
}

/** Someone who pressed Cancel knows that they did. */
function worthSaying(error: TraybooksError | null): TraybooksError | null {
  return error?.code === 'cancelled' && error.by === 'person' ? null : error;
}
