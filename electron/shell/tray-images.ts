// The drawings of the icon, read when first needed: most days see two of them.
import { join } from 'node:path';
import { type NativeImage, nativeImage } from 'electron';
import type { TrayShape } from './tray-shape.ts';

/** @param appPath the app's own folder or archive */
export function trayImages(appPath: string): (shape: TrayShape) => NativeImage {
  const folder = join(appPath, 'electron/shell/icons');
  const read = new Map<TrayShape, NativeImage>();
  return (shape) => {
    const image = read.get(shape) ?? readImage(folder, shape);
    read.set(shape, image);
    return image;
  };
}

/** In colour, except on macOS: elsewhere nothing tells whether the panel is light or dark. */
function readImage(folder: string, shape: TrayShape): NativeImage {
  if (process.platform === 'darwin') {
    const template = nativeImage.createFromPath(join(folder, `${shape}Template.png`));
    template.setTemplateImage(true);
    return template;
  }
  const file = process.platform === 'win32' ? `${shape}.ico` : `${shape}.png`;
  return nativeImage.createFromPath(join(folder, file));
}
