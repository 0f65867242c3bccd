// Draws every icon of the app from build/icon.svg and scripts/icon-shapes.ts. The results are kept
// in the repository, so only someone who changes the drawing runs this:
//   npx tsx scripts/draw-icons.ts   (wants Chromium, which rasterises the shapes)
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TRAY_SHAPES, type TrayShape } from '../electron/shell/tray-shape.ts';
import { launchChromium } from '../tests/support/chromium.ts';
import { icnsFile, icoFile, type SizedPng } from './icon-containers.ts';
import { type Ink, smallTile, trayMark } from './icon-shapes.ts';

const APP_ICONS = 'build/icons';
const TRAY_ICONS = 'electron/shell/icons';
/** Below this the large drawing's strokes go soft. */
const LARGEST_SMALL_TILE = 48;
const APP_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
/** Of an icon in a Linux panel; drawn at twice the size too, for dense screens. */
const PANEL_SIZE = 24;
/** What Windows picks from, by the density of the screen. */
const NOTIFICATION_AREA_SIZES = [16, 20, 24, 32, 48];
/** macOS colours a template itself: black where there is ink, alpha for the rest. */
const TEMPLATE_INK: Ink = { tray: '#000', tick: '#000' };

const browser = await launchChromium({ args: ['--force-color-profile=srgb'] });
const page = await browser.newPage();

async function rasterise(drawing: string, size: number): Promise<SizedPng> {
  await page.setViewportSize({ width: size, height: size });
  const source = `data:image/svg+xml;base64,${Buffer.from(drawing).toString('base64')}`;
  await page.setContent(
    `<body style="margin:0"><img src="${source}" width="${size}" height="${size}" style="display:block">`,
  );
  return { size, png: await page.screenshot({ omitBackground: true }) };
}

async function drawAppIcons(): Promise<void> {
  const drawing = await readFile('build/icon.svg', 'utf8');
  const images: SizedPng[] = [];
  for (const size of APP_SIZES) {
    const image = await rasterise(size <= LARGEST_SMALL_TILE ? smallTile(size) : drawing, size);
    images.push(image);
    await writeFile(join(APP_ICONS, `${size}x${size}.png`), image.png);
  }
  const forWindows = images.filter(({ size }) => size <= 256);
  await writeFile('build/icon.ico', icoFile(forWindows));
  await writeFile('build/icon.icns', icnsFile(images));
}

async function drawTrayIcon(shape: TrayShape): Promise<void> {
  const save = async (name: string, { png }: SizedPng) =>
    await writeFile(join(TRAY_ICONS, name), png);

  const template = (size: number) => rasterise(trayMark(size, TEMPLATE_INK, shape), size);
  await save(`${shape}Template.png`, await template(16));
  await save(`${shape}Template@2x.png`, await template(32));

  const colour = (size: number) => rasterise(smallTile(size, shape), size);
  await save(`${shape}.png`, await colour(PANEL_SIZE));
  await save(`${shape}@2x.png`, await colour(2 * PANEL_SIZE));
  const forWindows = [];
  for (const size of NOTIFICATION_AREA_SIZES) forWindows.push(await colour(size));
  await writeFile(join(TRAY_ICONS, `${shape}.ico`), icoFile(forWindows));
}

await mkdir(APP_ICONS, { recursive: true });
await mkdir(TRAY_ICONS, { recursive: true });
await drawAppIcons();
for (const shape of TRAY_SHAPES) await drawTrayIcon(shape);
await browser.close();
