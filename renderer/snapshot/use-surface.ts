// Which surface the window shows: the main process decides when it shows the window, the person
// when they move on from there.
import { useCallback, useEffect, useState } from 'react';
import type { Surface } from '../../shared/ipc.ts';
import { useTraybooks } from './use-snapshot.ts';

export interface SurfaceState {
  readonly surface: Surface;
  /** Grows with every showing, so that a surface shown again can take the focus again. */
  readonly showing: number;
  go(surface: Surface): void;
  /** One step back: to the popover when one came from there, out of sight otherwise. */
  back(): void;
}

export function useSurface(): SurfaceState {
  const { api } = useTraybooks();
  const [state, setState] = useState({ surface: 'popover' as Surface, showing: 0, inside: false });

  useEffect(
    () =>
      api.subscribe((event) => {
        if (event.name !== 'surface.shown') return;
        setState(({ showing }) => ({
          surface: event.surface,
          showing: showing + 1,
          inside: false,
        }));
      }),
    [api],
  );

  const go = useCallback((surface: Surface) => {
    setState(({ showing }) => ({ surface, showing: showing + 1, inside: surface !== 'popover' }));
  }, []);

  const back = useCallback(() => {
    // Settings are opened from a menu too, but nobody expects Escape there to close the window.
    if (state.inside || state.surface === 'settings') go('popover');
    else void api.call('window.hide');
  }, [api, go, state]);

  return { surface: state.surface, showing: state.showing, go, back };
}
