// The favourites of the business that is shown, and the way to add or take out one.
import { useMemo } from 'react';
import type { Suggestion } from '../../shared/quick-add/suggestion.ts';
import { type Command, useCommand } from '../snapshot/use-command.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { pinnedWork, pinOf, withPinTurned } from './pins.ts';

export interface Pins {
  readonly here: readonly Suggestion[];
  /** Pins it, or takes it out where it was pinned. */
  turn(work: Parameters<typeof pinOf>[1]): void;
  readonly change: Command<'settings.change'>;
}

export function usePins(): Pins {
  const catalog = useSlice('catalog');
  const { chosen } = useSlice('businesses');
  const { pins } = useSlice('settings').values;
  const change = useCommand('settings.change');
  const here = useMemo(
    () => (chosen === null ? [] : pinnedWork(pins, chosen, catalog)),
    [pins, chosen, catalog],
  );
  return {
    here,
    turn(work) {
      if (chosen !== null) void change.send({ pins: withPinTurned(pins, pinOf(chosen, work)) });
    },
    change,
  };
}
