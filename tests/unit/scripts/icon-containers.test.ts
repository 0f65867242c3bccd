import { describe, expect, it } from 'vitest';
import { icnsFile, icoFile } from '../../../scripts/icon-containers.ts';

const image = (size: number) => ({ size, png: Buffer.from(`png of ${size}`) });

describe('an .ico file', () => {
  it('points at each picture where it really is', () => {
    const images = [image(16), image(256)];
    const file = icoFile(images);
    expect(file.readUInt16LE(4)).toBe(2);
    images.forEach(({ png }, index) => {
      const entry = 6 + 16 * index;
      const length = file.readUInt32LE(entry + 8);
      const offset = file.readUInt32LE(entry + 12);
      expect(file.subarray(offset, offset + length)).toEqual(png);
    });
  });

  it('writes 256 pixels as 0, the format having one byte for it', () => {
    expect(icoFile([image(256)]).readUInt8(6)).toBe(0);
    expect(icoFile([image(48)]).readUInt8(6)).toBe(48);
  });
});

describe('an .icns file', () => {
  it('says its own length and walks from element to element to its end', () => {
    const file = icnsFile([image(16), image(32), image(1024)]);
    expect(file.toString('latin1', 0, 4)).toBe('icns');
    expect(file.readUInt32BE(4)).toBe(file.length);
    const types = [];
    for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
      types.push(file.toString('latin1', at, at + 4));
    }
    expect(types).toEqual(['icp4', 'ic11', 'icp5', 'ic10']);
  });

  it('leaves out sizes macOS does not ask for', () => {
    expect(icnsFile([image(24)])).toHaveLength(8);
  });
});
