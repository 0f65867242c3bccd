// The tray's menu as Electron wants it told.
import type { MenuItemConstructorOptions } from 'electron';
import type { TrayCommand, TrayMenuItem } from './tray-menu.ts';

type MenuActions = Readonly<Record<TrayCommand, () => void>>;

export function menuTemplate(
  items: readonly TrayMenuItem[],
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  return items.map((item) =>
    item === 'separator'
      ? { type: 'separator' }
      : { label: inMenu(item.label), click: () => actions[item.command]() },
  );
}

/**
 * One `&` marks the letter to press, on every system, and is not shown. What marks it on Linux, the
 * underscore, Chromium doubles by itself.
 */
function inMenu(text: string): string {
  return text.replaceAll('&', '&&');
}
