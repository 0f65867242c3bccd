// How much is not in FreshBooks yet, when it will be tried again, and the way not to wait. Said
// only once it takes longer than sending does: a line that comes and goes makes the list jump.
import { useEffect, useState } from 'react';
import { clockWords } from '../parts/clock-words.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { useNow, useVisible } from '../snapshot/use-visible.ts';

const LASTING_MS = 2000;
const RENEWED_MS = 30_000;

interface UnsentLineProps {
  readonly onRetry: () => void;
}

export function UnsentLine({ onRetry }: UnsentLineProps) {
  const { waiting, unsure, nextTryAtMs } = useSlice('outbox');
  const nowMs = useNow(RENEWED_MS);
  const count = waiting + unsure;
  const isLasting = useLasting(count > 0);
  if (!isLasting || count === 0) return null;
  return (
    <p className="unsent-line">
      <span>
        {unsentWords(waiting, unsure)}
        {nextTryAtMs !== null && ` · ${tryWords(nextTryAtMs, nowMs)}`}
      </span>{' '}
      <button type="button" className="link" onClick={onRetry}>
        Retry now
      </button>
    </p>
  );
}

function unsentWords(waiting: number, unsure: number): string {
  if (unsure === 0) return `${waiting} waiting`;
  return waiting === 0 ? `${unsure} unsure` : `${waiting} waiting, ${unsure} unsure`;
}

function tryWords(atMs: number, nowMs: number): string {
  if (atMs - nowMs < 60_000) return 'next try within a minute';
  return `next try at ${clockWords(atMs, nowMs)}`;
}

function useLasting(isSo: boolean): boolean {
  const visible = useVisible();
  const [isLasting, setLasting] = useState(false);
  useEffect(() => {
    setLasting(false);
    if (!isSo || !visible) return;
    const timer = setTimeout(() => setLasting(true), LASTING_MS);
    return () => clearTimeout(timer);
  }, [isSo, visible]);
  return isLasting;
}
