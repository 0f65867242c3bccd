// Where the window goes, as plain geometry: by the tray icon, inside the work area.

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const GAP = 8;

/**
 * Centred on the icon, on the side of it where the work area is, pushed back inside.
 * @param icon the tray icon's bounds, or a point on it (width and height 0); screen points
 * @param workArea of the display the icon is on
 */
export function placeByIcon(icon: Rectangle, size: Size, workArea: Rectangle): Rectangle {
  const centre = icon.x + icon.width / 2;
  const iconIsAbove = icon.y + icon.height / 2 < workArea.y + workArea.height / 2;
  const y = iconIsAbove
    ? Math.max(icon.y + icon.height, workArea.y) + GAP
    : Math.min(icon.y, workArea.y + workArea.height) - size.height - GAP;
  return inside({ x: Math.round(centre - size.width / 2), y: Math.round(y), ...size }, workArea);
}

/**
 * For desktops that do not tell where the icon is: the corner where the panel's end usually is.
 * @param bounds of the whole display; the panel is where it is larger than the work area
 */
export function placeInCorner(size: Size, bounds: Rectangle, workArea: Rectangle): Rectangle {
  const panelIsBelow = workArea.y === bounds.y && workArea.height < bounds.height;
  return inside(
    {
      x: workArea.x + workArea.width - size.width - GAP,
      y: panelIsBelow ? workArea.y + workArea.height - size.height - GAP : workArea.y + GAP,
      ...size,
    },
    workArea,
  );
}

/** In the middle, a third of the way down: where one looks when typing a shortcut. */
export function placeForTyping(size: Size, workArea: Rectangle): Rectangle {
  return inside(
    {
      x: Math.round(workArea.x + (workArea.width - size.width) / 2),
      y: Math.round(workArea.y + (workArea.height - size.height) / 3),
      ...size,
    },
    workArea,
  );
}

function inside(wanted: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(wanted.width, area.width);
  const height = Math.min(wanted.height, area.height);
  return {
    x: clamp(wanted.x, area.x, area.x + area.width - width),
    y: clamp(wanted.y, area.y, area.y + area.height - height),
    width,
    height,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
