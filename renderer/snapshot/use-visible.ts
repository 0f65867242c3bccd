// Whether anybody can see the page. A hidden window must not tick.
import { useEffect, useState } from 'react';
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
  const [visible, setVisible] = useState(isVisible);
  useEffect(() => {
    const look = () => setVisible(isVisible());
    document.addEventListener('visibilitychange', look);
    // The document's own change comes a moment after the word, or not at all.
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
