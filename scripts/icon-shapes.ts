// The app's mark, drawn anew for every small size: a ledger line runs into the tray and turns into
// a tick. Scaling one drawing down blurs its strokes at 16 and 22 pixels; here every straight edge
// falls on a whole pixel. Large sizes come from build/icon.svg.
import type { TrayShape } from '../electron/shell/tray-shape.ts';
import { type Badge, badgeOf } from './icon-badges.ts';

export interface Ink {
  readonly tray: string;
  readonly tick: string;
}

const TILE = '#0f6d57';
/** The tile of an app that reaches nobody. */
const GREY_TILE = '#5f686b';

/** The mark alone, without a tile, for panels and menu bars. `size` in pixels, square. */
export function trayMark(size: number, ink: Ink, shape: TrayShape = 'idle'): string {
  const body = mark({ size, left: Math.round(size / 16), ink });
  return svg(size, withBadge(body, badgeOf(shape, size), size, ink.tray));
}

/** The mark on its green tile, for small app icons and for panels of an unknown colour. */
export function smallTile(size: number, shape: TrayShape = 'idle'): string {
  const radius = Math.round(size * 0.24);
  const fill = shape === 'offline' ? GREY_TILE : TILE;
  const tile = `<rect width="${size}" height="${size}" rx="${radius}" fill="${fill}"/>`;
  const ink = { tray: shape === 'offline' ? '#d5dadb' : '#a6e6d1', tick: '#ffffff' };
  const body = tile + mark({ size, left: Math.floor(size * 0.17), ink });
  return svg(size, withBadge(body, badgeOf(shape, size), size, null));
}

/**
 * Cuts the badge's surroundings out of the mark, so that its outline stands free.
 * @param ink null for the badge's own colour
 */
function withBadge(body: string, badge: Badge | null, size: number, ink: string | null): string {
  if (!badge) return body;
  const gap = 2 * Math.max(1, Math.round(size / 16));
  const mask = `<mask id="m"><rect width="${size}" height="${size}" fill="#fff"/><path d="${badge.path}" fill="#000" stroke="#000" stroke-width="${gap}"/></mask>`;
  return `${mask}<g mask="url(#m)">${body}</g><path d="${badge.path}" fill="${ink ?? badge.colour}"/>`;
}

interface Placement {
  readonly size: number;
  /** Pixels kept free on the left and right. */
  readonly left: number;
  readonly ink: Ink;
}

function mark({ size, left, ink }: Placement): string {
  const span = size - 2 * left;
  const stroke = Math.max(2, Math.round(span * 0.12));
  const half = stroke / 2;
  const x0 = left + half;
  const x1 = size - left - half;
  const top = left + half;
  const bottom = size - left - half;
  const line = top + Math.round((bottom - top) * 0.4);
  const rightWall = top + Math.round((bottom - top) * 0.62);
  const dip = bottom - Math.round((bottom - top) * 0.37);
  const corner = Math.round(span * 0.18);
  const turn = x0 + (x1 - x0) * 0.28;
  const low = x0 + (x1 - x0) * 0.47;
  const tray = `M${x0} ${line}V${bottom - corner}a${corner} ${corner} 0 0 0 ${corner} ${corner}H${x1 - corner}a${corner} ${corner} 0 0 0 ${corner} ${-corner}V${rightWall}`;
  const tick = `M${x0} ${line}H${turn}L${low} ${dip}L${x1} ${top}`;
  return `<g fill="none" stroke-width="${stroke}" stroke-linecap="round" stroke-linejoin="round"><path d="${tray}" stroke="${ink.tray}"/><path d="${tick}" stroke="${ink.tick}"/></g>`;
}

function svg(size: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">${body}</svg>`;
}
