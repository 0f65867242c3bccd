// The app's icon in a real tray, clicked with a real pointer.
import { setTimeout as pause } from 'node:timers/promises';
import { clickAt, findTrayIcon, isTrayMenuOpen, type OnScreen, pressKeys } from './hands.ts';
import type { RunningApp } from './running-app.ts';

const LONGEST_MS = 10_000;
const LOOK_AGAIN_MS = 20;

export interface TrayIcon {
  readonly place: OnScreen;
  /** Ends when the app has done what it does for a click, so that what did not happen will not. */
  click(): Promise<void>;
  /** Ends when the menu is on the screen and has the keyboard. */
  openMenu(): Promise<void>;
  /** @param place in the menu, from 1 at the top or −1 at the bottom */
  choose(place: number): Promise<void>;
}

/** @throws when no tray took the icon in */
export async function trayIconOf({ electron }: RunningApp): Promise<TrayIcon> {
  const place = await findTrayIcon();
  if (!place) throw new Error('No tray on this desktop shows the icon');
  const clicks = await electron.evaluateHandle(({ Tray }) => {
    const handled = { count: 0 };
    const emit = Tray.prototype.emit;
    Tray.prototype.emit = function (event, ...words) {
      const heard = emit.call(this, event, ...words);
      if (event === 'click') handled.count += 1;
      return heard;
    };
    return handled;
  });
  const pressed = (button: number) =>
    clickAt(place.x + place.width / 2, place.y + place.height / 2, button);

  const icon: TrayIcon = {
    place,
    async click() {
      const { count } = await clicks.jsonValue();
      await pressed(1);
      await until('the app heard the click', async () => (await clicks.jsonValue()).count > count);
    },
    async openMenu() {
      await pressed(3);
      await until('the menu opened', isTrayMenuOpen);
    },
    async choose(step) {
      await icon.openMenu();
      for (let left = Math.abs(step); left > 0; left -= 1) {
        await pressKeys(step > 0 ? 'Down' : 'Up');
      }
      await pressKeys('Return');
      await until('the menu closed', async () => !(await isTrayMenuOpen()));
    },
  };
  return icon;
}

async function until(what: string, happened: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + LONGEST_MS;
  while (!(await happened())) {
    if (performance.now() > end) throw new Error(`Waited for ever until ${what}`);
    await pause(LOOK_AGAIN_MS);
  }
}
