// Draws every icon of the app from build/icon.svg and scripts/icon-shapes.ts. The results are kept
// in the repository, so only someone who changes the drawing runs this:
//   npx tsx scripts/draw-icons.ts   (wants Chromium, which rasterises the shapes)
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { icnsFile, icoFile, type SizedPng } from './icon-containers.ts';
import { type Ink, smallTile, trayMark } from './icon-shapes.ts';

const APP_ICONS = 'build/icons';
const TRAY_ICONS = 'electron/shell/icons';
/** Below this the large drawing's strokes go soft. */
const LARGEST_SMALL_TILE = 48;
const APP_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
/** What Linux panels ask for; each also at twice the size for dense screens. */
const PANEL_SIZES = [16, 22, 24, 32];
/** The one a name without a number stands for. */
const USUAL_PANEL_SIZE = 24;

const ink = (colour: string): Ink => ({ tray: colour, tick: colour });
const PANEL_VARIANTS: ReadonlyArray<readonly [name: string, draw: (size: number) => string]> = [
  ['tray-light', (size) => trayMark(size, ink('#1d2522'))],
  ['tray-dark', (size) => trayMark(size, ink('#f4f7f5'))],
  ['tray-colour', smallTile],
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--force-color-profile=srgb'],
});
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

async function drawTrayIcons(): Promise<void> {
  const save = async (name: string, image: SizedPng) =>
    await writeFile(join(TRAY_ICONS, name), image.png);

  // macOS colours a template itself: black where there is ink, alpha for the rest.
  const template = (size: number) => rasterise(trayMark(size, ink('#000')), size);
  await save('trayTemplate.png', await template(16));
  await save('trayTemplate@2x.png', await template(32));

  for (const [name, draw] of PANEL_VARIANTS) {
    for (const size of PANEL_SIZES) {
      const stem = size === USUAL_PANEL_SIZE ? name : `${name}-${size}`;
      await save(`${stem}.png`, await rasterise(draw(size), size));
      await save(`${stem}@2x.png`, await rasterise(draw(2 * size), 2 * size));
    }
    const forWindows = [];
    for (const size of [16, 20, 24, 32, 48]) forWindows.push(await rasterise(draw(size), size));
    await writeFile(join(TRAY_ICONS, `${name}.ico`), icoFile(forWindows));
  }
}

await mkdir(APP_ICONS, { recursive: true });
await mkdir(TRAY_ICONS, { recursive: true });
await drawAppIcons();
await drawTrayIcons();
await browser.close();
