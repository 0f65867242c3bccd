// The page's part in a sign-in: which step the person is at, and what they typed. The sign-in
// itself runs in the main process and is told by the snapshot.
import { useEffect, useRef, useState } from 'react';
import type { TraybooksError } from '../../../shared/errors.ts';
import type { ConnectionId } from '../../../shared/ids.ts';
import type { Connection } from '../../../shared/snapshot.ts';
import { useCommand } from '../../snapshot/use-command.ts';
import { useSlice } from '../../snapshot/use-snapshot.ts';
import {
  type Credentials,
  cleanCredentials,
  isComplete,
  looksIssued,
  NO_CREDENTIALS,
} from './credentials.ts';
import { useCredentialsCheck } from './use-credentials-check.ts';

export function useSignIn() {
  const { signIn, problem, active } = useSlice('connection');
  const freshbooks = useCommand('sign-in.freshbooks');
  const sampleData = useCommand('sign-in.sample-data');
  const again = useCommand('sign-in.again');
  const [isConnecting, setConnecting] = useState(false);
  const [justConnected, setJustConnected] = useState<ConnectionId | null>(null);
  /** The problem the person has dismissed. */
  const [seen, setSeen] = useState<string | null>(null);
  const [credentials, setCredentials] = useState<Credentials>(NO_CREDENTIALS);
  const check = useCredentialsCheck();
  /** Counts the person's wishes: an answer that comes after another one opens no browser. */
  const turn = useRef(0);
  const [isAsked, setAsked] = useState(false);

  const forgetCheck = check.forget;
  /** The login in use when the sign-in under way began; undefined while there is none. */
  const before = useRef<ConnectionId | null | undefined>(undefined);
  useEffect(() => {
    if (signIn !== null) {
      if (before.current === undefined) before.current = active;
      setJustConnected(null);
      return;
    }
    // Every login has an id of its own, so an unchanged one is an earlier sign-in's.
    const hasSucceeded =
      before.current !== undefined && active !== null && active !== before.current;
    before.current = undefined;
    if (!hasSucceeded) return;
    setJustConnected(active);
    setConnecting(false);
    setCredentials(NO_CREDENTIALS);
    forgetCheck();
  }, [signIn, active, forgetCheck]);

  const forgetFreshbooks = freshbooks.forget;
  const forgetSampleData = sampleData.forget;
  const forgetAgain = again.forget;
  useEffect(() => {
    // What the main process no longer calls a problem is none here either.
    if (problem !== null) return;
    forgetFreshbooks();
    forgetSampleData();
    forgetAgain();
  }, [problem, forgetFreshbooks, forgetSampleData, forgetAgain]);

  const problemNow = worthSaying(problem ?? freshbooks.error ?? sampleData.error ?? again.error);
  // Slices come anew with every change: the same problem is another object each time.
  const problemKey = problemNow && JSON.stringify(problemNow);
  useEffect(() => {
    if (problemKey === null) setSeen(null);
  }, [problemKey]);

  const cleaned = cleanCredentials(credentials);
  const verdict = check.verdictOn(cleaned);

  function changeWish(): number {
    turn.current += 1;
    setAsked(false);
    return turn.current;
  }

  function change(to: Credentials): void {
    changeWish();
    setCredentials(to);
  }

  function signInWith(pair: Credentials): void {
    setSeen(null);
    void freshbooks.send(pair);
  }

  /** Asks about the pair first where that was not done, all at one press. */
  async function checkAndSignIn(): Promise<void> {
    const mine = changeWish();
    setAsked(true);
    const said = await (verdict?.kind === 'refused' ? check.askAgain(cleaned) : check.ask(cleaned));
    if (turn.current !== mine) return;
    setAsked(false);
    if (said.kind !== 'refused') signInWith(cleaned);
  }

  return {
    underWay: signIn,
    problem: problemKey === seen ? null : problemNow,
    dismissProblem: () => setSeen(problemKey),
    isStarting: isAsked || freshbooks.underWay || sampleData.underWay || again.underWay,
    isConnecting,
    justConnected,
    credentials,
    /** What FreshBooks says about the credentials as they are now; null when it was not asked. */
    verdict,
    setCredentials: change,
    pasteCredentials(pasted: Credentials) {
      change(pasted);
      const pair = cleanCredentials(pasted);
      if (isComplete(pair) && looksIssued(pair)) void check.ask(pair);
    },
    checkCredentials: () => void check.askAgain(cleaned),
    startConnecting: () => setConnecting(true),
    stopConnecting() {
      changeWish();
      setConnecting(false);
    },
    withCredentials: () => void checkAndSignIn(),
    /** The person knows better than the check. */
    withUncheckedCredentials() {
      changeWish();
      signInWith(cleaned);
    },
    withSampleData() {
      setSeen(null);
      void sampleData.send();
    },
    /** With what the keychain knows of this login: nothing is typed again. */
    withStored({ id }: Connection) {
      setSeen(null);
      void again.send({ connectionId: id });
    },
    /** The person has seen who is connected. */
    open: () => setJustConnected(null),
  };
}

/** Someone who pressed Cancel knows that they did. */
function worthSaying(error: TraybooksError | null): TraybooksError | null {
  return error?.code === 'cancelled' && error.by === 'person' ? null : error;
}
