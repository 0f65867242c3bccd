// What the app has told the desktop to show in the tray. The desktop itself has no way to be asked.
import type { RunningApp } from './running-app.ts';

export interface TrayWords {
  /** The tooltip set last; empty when none was set since this began to listen. */
  toolTip(): Promise<string>;
  /** How often picture, tooltip, title or menu were set since this began to listen. */
  timesDrawn(): Promise<number>;
}

export async function listenToTray({ electron }: RunningApp): Promise<TrayWords> {
  const heard = await electron.evaluateHandle(({ Tray }) => {
    const told = { toolTip: '', drawn: 0 };
    const { setToolTip, setImage, setContextMenu, setTitle } = Tray.prototype;
    Tray.prototype.setToolTip = function (text) {
      told.toolTip = text;
      told.drawn += 1;
      setToolTip.call(this, text);
    };
    Tray.prototype.setImage = function (image) {
      told.drawn += 1;
      setImage.call(this, image);
    };
    Tray.prototype.setContextMenu = function (menu) {
      told.drawn += 1;
      setContextMenu.call(this, menu);
    };
    Tray.prototype.setTitle = function (...words) {
      told.drawn += 1;
      setTitle.call(this, ...words);
    };
    return told;
  });
  return {
    toolTip: async () => (await heard.jsonValue()).toolTip,
    timesDrawn: async () => (await heard.jsonValue()).drawn,
  };
}
