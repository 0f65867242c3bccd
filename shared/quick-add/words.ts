// A line cut into words, quoted texts and the signs between them, each with its place.

export interface Word {
  readonly kind: 'word' | 'quoted' | 'sign';
  /** UTF-16 offsets of everything that belongs to it: sigil and quotes too. */
  readonly from: number;
  readonly to: number;
  /** Without sigil and quotes; a doubled quote within quotes is one. */
  readonly text: string;
  readonly sigil: '@' | '#' | null;
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' };

/** Between letters these part words as a space does ("acme/api"); figures keep them ("12/11"). */
const PARTING = /(?<=\p{L})[/>|·→,;]+(?=\p{L})/u;
const SIGN = /^[-–—/\\>|·→:;,&+=~]+$/;
const TRAILING = new Set([',', ';', ':']);

export function wordsIn(text: string): Word[] {
  const words: Word[] = [];
  const blank = /\s*/y;
  const bare = /\S+/y;
  let at = 0;
  for (;;) {
    blank.lastIndex = at;
    at += blank.exec(text)?.[0].length ?? 0;
    if (at >= text.length) return words;
    const quoted = quotedAt(text, at);
    if (quoted) {
      words.push(quoted);
      at = quoted.to;
    } else {
      bare.lastIndex = at;
      const raw = bare.exec(text)?.[0] ?? '';
      words.push(...unquoted(raw, at));
      at += raw.length;
    }
  }
}

/** A quote opens only where a word begins: a 12" record is no quotation. */
function quotedAt(text: string, from: number): Word | null {
  const sigil = sigilOf(text[from]);
  const open = sigil ? from + 1 : from;
  const quote = text[open] ?? '';
  const closing = CLOSING[quote];
  if (closing === undefined) return null;
  let content = '';
  for (let at = open + 1; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (letter !== closing) content += letter;
    else if (text[at + 1] === closing) {
      content += letter;
      at += 1;
    } else return { kind: 'quoted', from, to: at + 1, text: content, sigil };
  }
  // Still being typed.
  return { kind: 'quoted', from, to: text.length, text: content, sigil };
}

function unquoted(raw: string, from: number): Word[] {
  const sigil = sigilOf(raw[0]);
  const rest = raw.slice(sigil ? 1 : 0);
  const body = rest.slice(0, lengthWithoutTrailing(rest));
  const trailing = rest.slice(body.length);
  const bodyFrom = from + (sigil ? 1 : 0);
  const words: Word[] = [];
  if (!sigil && SIGN.test(rest)) return [sign(rest, from)];
  let at = bodyFrom;
  for (const piece of body.includes('://') ? [body] : body.split(PARTING)) {
    const begins = words.length > 0 ? body.indexOf(piece, at - bodyFrom) + bodyFrom : bodyFrom;
    words.push({
      kind: 'word',
      from: words.length === 0 ? from : begins,
      to: begins + piece.length,
      text: piece,
      sigil,
    });
    at = begins + piece.length;
  }
  if (trailing) words.push(sign(trailing, from + raw.length - trailing.length));
  return words;
}

/** Counted from the end: a search from every comma of a long row would take its square. */
function lengthWithoutTrailing(text: string): number {
  let length = text.length;
  while (TRAILING.has(text[length - 1] ?? '')) length -= 1;
  return length;
}

function sign(raw: string, from: number): Word {
  return { kind: 'sign', from, to: from + raw.length, text: raw, sigil: null };
}

function sigilOf(letter: string | undefined): '@' | '#' | null {
  return letter === '@' || letter === '#' ? letter : null;
}
