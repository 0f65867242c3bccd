// What is said when the log-time shortcut cannot be had: once, where the person will see it, and
// the app goes on.
import type { Notice, ShortcutState } from '../../shared/snapshot.ts';

export const SHORTCUT_NOTICE = 'shortcut';

/**
 * @param wanted Electron's notation, e.g. `CommandOrControl+Shift+T`
 * @param working the shortcut that stays in force instead; null when none does
 * @returns null when there is nothing to say
 */
export function shortcutNotice(
  state: ShortcutState,
  wanted: string,
  working: string | null,
  platform: NodeJS.Platform,
): Notice | null {
  if (state === 'registered' || state === 'unknown') return null;
  const keys = inWords(wanted, platform);
  const happened =
    state === 'taken'
      ? `Another program uses ${keys}, so these keys don’t open Log time.`
      : `${keys} cannot be used as a shortcut on this computer.`;
  const meanwhile = working ? ` ${inWords(working, platform)} still works.` : '';
  return {
    id: SHORTCUT_NOTICE,
    text: `${happened}${meanwhile} You can choose other keys in Settings.`,
  };
}

function inWords(accelerator: string, platform: NodeJS.Platform): string {
  return accelerator.replace('CommandOrControl', platform === 'darwin' ? 'Command' : 'Ctrl');
}
