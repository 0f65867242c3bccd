// Whether anybody can see the page. A hidden window must not tick.
import { useEffect, useState } from 'react';
import { useTraybooks } from './use-snapshot.ts';

export function useVisible(): boolean {
  const { api } = useTraybooks();
  const [visible, setVisible] = useState(document.visibilityState === 'visible');
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    // Electron reports a window that was never shown as visible, so its own word counts too.
    const end = api.subscribe((event) => {
      if (event.name === 'surface.shown') setVisible(true);
      if (event.name === 'surface.hidden') setVisible(false);
    });
    return () => {
      document.removeEventListener('visibilitychange', look);
      end();
    };
  }, [api]);
  return visible;
}

/**
 * The present instant, in milliseconds since the epoch, renewed while the page can be seen.
 * @param everyMs how stale it may get
 */
export function useNow(everyMs: number): number {
  const visible = useVisible();
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    if (!visible) return;
    setNowMs(Date.now());
    const timer = setInterval(() => setNowMs(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [visible, everyMs]);
  return nowMs;
}
