// What the tray icon adds to the mark for each state: outlines that cannot be mistaken for one
// another at 16 pixels, in colours that show on light and dark panels.
import type { TrayShape } from '../electron/shell/tray-shape.ts';

export interface Badge {
  /** SVG path data, filled, in pixels of the icon. */
  readonly path: string;
  readonly colour: string;
}

/** @param size of the icon, in pixels */
export function badgeOf(shape: TrayShape, size: number): Badge | null {
  const side = Math.round(size * 0.56);
  const at = (x: number, y: number) =>
    `${whole(size - side + x * side)} ${whole(size - side + y * side)}`;
  const polygon = (...points: readonly (readonly [number, number])[]) =>
    `M${points.map(([x, y]) => at(x, y)).join('L')}Z`;
  switch (shape) {
    case 'idle':
      return null;
    case 'running':
      return { path: polygon([0.1, 0], [1, 0.5], [0.1, 1]), colour: '#12a37f' };
    case 'waiting':
      return {
        path: polygon(
          [0.5, 0],
          [1, 0.52],
          [0.68, 0.52],
          [0.68, 1],
          [0.32, 1],
          [0.32, 0.52],
          [0, 0.52],
        ),
        colour: '#d98a00',
      };
    case 'offline':
      return { path: slash(size), colour: '#8a9396' };
    case 'sign-in':
      return {
        path:
          polygon([0.34, 0], [0.74, 0], [0.68, 0.6], [0.4, 0.6]) +
          polygon([0.36, 0.74], [0.72, 0.74], [0.72, 1], [0.36, 1]),
        colour: '#dc4a30',
      };
  }
}

/** From corner to corner, as switched-off things are crossed out everywhere. */
function slash(size: number): string {
  const thick = Math.max(2, Math.round(size * 0.13));
  return `M0 ${thick}L${thick} 0L${size} ${size - thick}L${size - thick} ${size}Z`;
}

/** Half a pixel is as fine as a small icon can show. */
function whole(pixels: number): number {
  return Math.round(pixels * 2) / 2;
}
