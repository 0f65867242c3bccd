// Whether an instant is still to come, told once more when it has come, and not while hidden.
import { useEffect, useState } from 'react';
import { useVisible } from '../snapshot/use-visible.ts';

/** @param instantMs milliseconds since the epoch; null is never to come */
export function useUntil(instantMs: number | null): boolean {
  const visible = useVisible();
  const [passedMs, setPassedMs] = useState<number | null>(null);
  useEffect(() => {
    if (instantMs === null || !visible) return;
    const timer = setTimeout(() => setPassedMs(instantMs), Math.max(0, instantMs - Date.now()));
    return () => clearTimeout(timer);
  }, [instantMs, visible]);
  return instantMs !== null && passedMs !== instantMs && Date.now() < instantMs;
}
