// What the keys will do now, as the foot tells it.
import type { Platform } from '../parts/accelerator.ts';

export interface Hint {
  /** As caps on the keyboard. */
  readonly caps: string;
  /** The same keys, to be read out. */
  readonly keys: string;
  readonly words: string;
}

interface HintState {
  readonly platform: Platform;
  readonly isEmpty: boolean;
  readonly active: 'answer' | 'work' | 'pinned' | null;
  readonly hasOffers: boolean;
  readonly canComplete: boolean;
  /** "started 20m ago", "since 9": as good for a timer as for an entry. */
  readonly hasStart: boolean;
  /** What is still open before Enter can save; null when nothing is. */
  readonly open: 'length' | 'question' | 'timer' | null;
}

export function hintsFor(state: HintState): readonly Hint[] {
  const command = state.platform === 'darwin' ? ['⌘', 'Command'] : ['Ctrl ', 'Control'];
  const with_ = (cap: string, key: string, words: string): Hint => ({
    caps: `${command[0]}${cap}`,
    keys: `${command[1]} ${key}`,
    words,
  });
  const choose: Hint = { caps: '↓', keys: 'Down', words: 'choose' };
  const complete: Hint = { caps: '⇥', keys: 'Tab', words: 'complete' };
  const timer = with_('↵', 'Enter', 'start timer');
  if (state.active !== null) {
    const take: Hint = {
      caps: '↵',
      keys: 'Enter',
      words: state.active === 'answer' ? 'answer' : 'take',
    };
    if (state.active === 'answer') return [take];
    return [take, with_('P', 'P', state.active === 'pinned' ? 'unpin' : 'pin')];
  }
  if (state.isEmpty) {
    return state.hasOffers
      ? [{ caps: '1–5 ↵', keys: '1 to 5, then Enter', words: 'take' }, choose]
      : [];
  }
  switch (state.open) {
    case 'question':
      return state.hasOffers ? [choose] : [];
    case 'length':
      return state.canComplete ? [timer, complete] : [timer];
    case 'timer':
      return [];
    case null:
      return [
        { caps: '↵', keys: 'Enter', words: 'save' },
        ...(state.canComplete ? [complete] : []),
        { caps: '⇧↵', keys: 'Shift Enter', words: 'save, keep project' },
        ...(state.hasStart ? [timer] : []),
      ];
  }
}
