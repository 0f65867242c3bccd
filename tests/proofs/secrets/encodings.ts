// The guises in which a secret may lie about: as typed, and as programs write text down.

export interface Needle {
  readonly name: string;
  readonly bytes: Buffer;
}

/** @param piece of a secret: text, or bytes that no text stands for */
export function needlesOf(what: string, piece: string | Buffer): readonly Needle[] {
  const bytes = Buffer.from(piece);
  const utf16 = Buffer.from(bytes.toString('latin1'), 'utf16le');
  const guises: (readonly [string, Buffer])[] = [
    ['as it is', bytes],
    ['in UTF-16', utf16],
    ['in UTF-16, the other way round', Buffer.from(utf16).swap16()],
    ['in hexadecimal', Buffer.from(bytes.toString('hex'))],
    ['in hexadecimal capitals', Buffer.from(bytes.toString('hex').toUpperCase())],
    ['percent-encoded', Buffer.from(eachByte(bytes, (hex) => `%${hex.toUpperCase()}`))],
    ['percent-encoded, small', Buffer.from(eachByte(bytes, (hex) => `%${hex}`))],
    ['as JSON escapes', Buffer.from(eachByte(bytes, (hex) => `\\u00${hex}`))],
    ...base64Guises('', bytes),
    ...base64Guises(' of UTF-16', utf16),
  ];
  if (typeof piece === 'string') {
    const json = JSON.stringify(piece).slice(1, -1);
    guises.push(
      ['URL-encoded', Buffer.from(encodeURIComponent(piece))],
      ['form-encoded', Buffer.from(new URLSearchParams({ _: piece }).toString().slice(2))],
      ['JSON-escaped', Buffer.from(json)],
      ['JSON-escaped twice', Buffer.from(JSON.stringify(json).slice(1, -1))],
      ['in capitals', Buffer.from(piece.toUpperCase())],
    );
  }
  const once = new Map(guises.map(([name, guise]) => [guise.toString('latin1'), name]));
  return [...once].map(([guise, name]) => ({
    name: `${what} ${name}`,
    bytes: Buffer.from(guise, 'latin1'),
  }));
}

/** However it lies in what was encoded: base64 of the same bytes has three forms. */
function base64Guises(of: string, bytes: Buffer): readonly (readonly [string, Buffer])[] {
  return insideBase64(bytes).flatMap((text): (readonly [string, Buffer])[] => [
    [`in base64url${of}`, Buffer.from(text)],
    [`in base64${of}`, Buffer.from(text.replaceAll('-', '+').replaceAll('_', '/'))],
  ]);
}

/** The letters that these bytes alone decide, for each place they can have in a group of three. */
export function insideBase64(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64url');
    const first = Math.ceil((before * 8) / 6);
    return encoded.slice(first, Math.floor(((before + bytes.length) * 8) / 6));
  });
}

function eachByte(bytes: Buffer, write: (hex: string) => string): string {
  return [...bytes].map((byte) => write(byte.toString(16).padStart(2, '0'))).join('');
}
