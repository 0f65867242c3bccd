// Whether anybody can see the page. A hidden window must not tick.
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Surface, TraybooksApi } from '../../shared/ipc.ts';
import { useTraybooks } from './use-snapshot.ts';

/** By the main process's word. Electron reports a window that was never shown as visible. */
let shown: Surface | null = null;

/** To be called before anything is drawn: what is drawn later has missed the word. */
export function followShowing(api: TraybooksApi): void {
  api.subscribe((event) => {
    if (event.name === 'surface.shown') shown = event.surface;
    if (event.name === 'surface.hidden') shown = null;
  });
}

/** What the main process shows; null while that is nothing. */
export function shownSurface(): Surface | null {
  return shown;
}

function isVisible(): boolean {
  return shown !== null && document.visibilityState === 'visible';
}

export function useVisible(): boolean {
  const { api } = useTraybooks();
  const subscribe = useCallback(
    (changed: () => void) => {
      document.addEventListener('visibilitychange', changed);
      // The document's own change comes a moment after the word, or not at all.
      const end = api.subscribe((event) => {
        if (event.name === 'surface.shown' || event.name === 'surface.hidden') changed();
      });
      return () => {
        document.removeEventListener('visibilitychange', changed);
        end();
      };
    },
    [api],
  );
  return useSyncExternalStore(subscribe, isVisible);
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
