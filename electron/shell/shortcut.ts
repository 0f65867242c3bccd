// The global shortcut. When the wanted one cannot be had, the one that worked stays.
import { globalShortcut } from 'electron';
import type { ShortcutState } from '../../shared/snapshot.ts';

export interface Shortcut {
  /** @param accelerator Electron's notation, e.g. `CommandOrControl+Shift+T` */
  use(accelerator: string): ShortcutState;
}

export function createShortcut(action: () => void): Shortcut {
  let working: string | null = null;
  return {
    use(accelerator) {
      if (accelerator === working) return 'registered';
      const state = register(accelerator, action);
      if (state === 'registered') {
        if (working) globalShortcut.unregister(working);
        working = accelerator;
      }
      return state;
    },
  };
}

function register(accelerator: string, action: () => void): ShortcutState {
  try {
    return globalShortcut.register(accelerator, action) ? 'registered' : 'taken';
  } catch {
    // Electron throws only when it cannot read the accelerator.
    return 'invalid';
  }
}
