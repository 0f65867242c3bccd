// A choice puts words in the place of others; sometimes it only leaves some out.

export interface Edit {
  /** UTF-16 offsets into the line. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A stretch of the line with parts of it replaced, and no more spaces than words need. */
export function withEdits(
  text: string,
  stretch: Pick<Edit, 'from' | 'to'>,
  edits: readonly Edit[],
): string {
  let result = '';
  let at = stretch.from;
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return (result + text.slice(at, stretch.to)).replace(/\s+/g, ' ').trim();
}
