// The app's mark, drawn anew for every small size: a ledger line runs into the tray and turns into
// a tick. Scaling one drawing down blurs its strokes at 16 and 22 pixels; here every straight edge
// falls on a whole pixel. Large sizes come from build/icon.svg.

export interface Ink {
  readonly tray: string;
  readonly tick: string;
}

/** The mark alone, without a tile, for panels and menu bars. `size` in pixels, square. */
export function trayMark(size: number, ink: Ink): string {
  return svg(size, mark({ size, left: Math.round(size / 16), ink }));
}

/** The mark on its green tile, for small app icons and for panels of an unknown colour. */
export function smallTile(size: number): string {
  const radius = Math.round(size * 0.24);
  const tile = `<rect width="${size}" height="${size}" rx="${radius}" fill="#0f6d57"/>`;
  const ink = { tray: '#a6e6d1', tick: '#ffffff' };
  return svg(size, tile + mark({ size, left: Math.floor(size * 0.17), ink }));
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
