// The line's text once more, unseen, under the input: it only lends its underlines, so that the
// input keeps its own text, caret, selection and input method.
import type { Mark } from './marks.ts';

interface UnderlinedTextProps {
  readonly text: string;
  readonly marks: readonly Mark[];
}

export function UnderlinedText({ text, marks }: UnderlinedTextProps) {
  return (
    <>
      {marks.map(({ from, to, part, isUnclear }, index) => (
        <span key={from}>
          {text.slice(marks[index - 1]?.to ?? 0, from)}
          <span className="mark" data-part={part} data-unclear={isUnclear || undefined}>
            {text.slice(from, to)}
          </span>
        </span>
      ))}
      {text.slice(marks.at(-1)?.to ?? 0)}
    </>
  );
}
