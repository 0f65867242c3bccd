// Which surface the page stands on: the main process decides when it shows the window, the person
// when they move on from there. Out of sight it rests on the quick-add bar, because the shortcut
// must answer at once and a click on the icon is slower anyway.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Surface } from '../../shared/ipc.ts';
import { useSettled } from '../parts/use-settled.ts';
import { useTraybooks } from './use-snapshot.ts';
import { shownSurface } from './use-visible.ts';

interface Stand {
  readonly surface: Surface;
  /** Grows with every showing, so that a surface shown again can take the focus again. */
  readonly showing: number;
  /** Grows each time the quick-add bar is left, so that the next one starts afresh. */
  readonly leaving: number;
  /** Whether one came from the popover rather than from outside. */
  readonly inside: boolean;
}

export interface SurfaceState extends Omit<Stand, 'inside'> {
  go(surface: Surface): void;
  /** One step back: to the popover when one came from there, out of sight otherwise. */
  back(): void;
}

const START: Stand = { surface: 'popover', showing: 0, leaving: 0, inside: false };

export function useSurface(): SurfaceState {
  const { api } = useTraybooks();
  // Keys pressed in the first moments are older than this component.
  const [stand, setStand] = useState(() => ({
    ...START,
    surface: shownSurface() ?? START.surface,
  }));
  const resting = useRef(false);
  const settled = useSettled();

  const rest = useCallback(() => {
    resting.current = true;
    setStand((from) => moved(from, 'log-time', { left: from.surface === 'log-time' }));
  }, []);

  useEffect(() => {
    if (settled && shownSurface() === null) rest();
  }, [settled, rest]);

  useEffect(() => {
    // Keys pressed while this was drawn for the first time came too late for the first state, and
    // too early for the subscription.
    const meanwhile = shownSurface();
    if (meanwhile !== null) {
      setStand((from) => (from.surface === meanwhile ? from : moved(from, meanwhile)));
    }
    return api.subscribe((event) => {
      if (event.name === 'surface.hidden') rest();
      if (event.name !== 'surface.shown') return;
      const { surface } = event;
      // Nothing to draw: the form is there, with the cursor in it.
      if (!resting.current || surface !== 'log-time') setStand((from) => moved(from, surface));
      resting.current = false;
    });
  }, [api, rest]);

  const go = useCallback((surface: Surface) => {
    setStand((from) => moved(from, surface, { inside: surface !== 'popover' }));
  }, []);

  const back = useCallback(() => {
    // Settings are opened from a menu too, but nobody expects Escape there to close the window.
    if (stand.inside || stand.surface === 'settings') go('popover');
    else void api.call('window.hide');
  }, [api, go, stand]);

  const { surface, showing, leaving } = stand;
  return { surface, showing, leaving, go, back };
}

function moved(
  from: Stand,
  surface: Surface,
  { inside = false, left = from.surface === 'log-time' && surface !== 'log-time' } = {},
): Stand {
  return {
    surface,
    showing: from.showing + 1,
    leaving: left ? from.leaving + 1 : from.leaving,
    inside,
  };
}
