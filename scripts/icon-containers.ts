// Windows and macOS want several sizes of an icon in one file. Both formats are a table of contents
// followed by PNG files, so a few lines write them; see "ICO (file format)" and Apple's
// "Icon Image Element Types".

export interface SizedPng {
  /** Width and height in pixels. */
  readonly size: number;
  readonly png: Uint8Array;
}

/** @param images up to 256 pixels each, any order */
export function icoFile(images: readonly SizedPng[]): Buffer {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2); // an icon, not a cursor
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  images.forEach(({ size, png }, index) => {
    const entry = 6 + 16 * index;
    const side = size === 256 ? 0 : size; // one byte, 256 written as 0
    header.writeUInt8(side, entry);
    header.writeUInt8(side, entry + 1);
    header.writeUInt16LE(1, entry + 4); // colour planes
    header.writeUInt16LE(32, entry + 6); // bits a pixel
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  });
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

/** Which pixel sizes macOS knows under which type; several are the double of a smaller icon. */
const ICNS_TYPES: ReadonlyArray<readonly [type: string, size: number]> = [
  ['icp4', 16],
  ['ic11', 32],
  ['icp5', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

/** @param images 16 to 1024 pixels; sizes macOS does not ask for are left out */
export function icnsFile(images: readonly SizedPng[]): Buffer {
  const elements = ICNS_TYPES.flatMap(([type, size]) =>
    images.filter((image) => image.size === size).map(({ png }) => element(type, png)),
  );
  return element('icns', Buffer.concat(elements));
}

function element(type: string, body: Uint8Array): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, 0, 'latin1');
  header.writeUInt32BE(8 + body.length, 4);
  return Buffer.concat([header, body]);
}
