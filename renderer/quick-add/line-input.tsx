// The input with its understood parts underlined. What is underlined scrolls with the text.
import { type InputHTMLAttributes, type RefObject, useLayoutEffect, useRef } from 'react';
import type { Mark } from './marks.ts';
import { UnderlinedText } from './underlined-text.tsx';

interface LineInputProps
  extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange' | 'onScroll'> {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onType: (text: string) => void;
  readonly marks: readonly Mark[];
  /** Grows when the text was put there by something other than typing. */
  readonly placed: number;
}

export function LineInput(props: LineInputProps) {
  const { input, text, onType, marks, placed, ...rest } = props;
  const underlines = useRef<HTMLDivElement>(null);

  function follow(): void {
    if (input.current && underlines.current) {
      underlines.current.style.transform = `translateX(${-input.current.scrollLeft}px)`;
    }
  }
  // The browser leaves the caret where it was in a text it did not type.
  useLayoutEffect(() => {
    const field = input.current;
    if (placed === 0 || !field) return;
    field.setSelectionRange(field.value.length, field.value.length);
    field.scrollLeft = field.scrollWidth;
  }, [input, placed]);
  useLayoutEffect(follow);

  return (
    <div className="line">
      <div className="line-marks" aria-hidden="true">
        <div ref={underlines} className="line-marks-text">
          <UnderlinedText text={text} marks={marks} />
        </div>
      </div>
      <input
        {...rest}
        ref={input}
        className="line-input"
        type="text"
        value={text}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => onType(event.target.value)}
        onScroll={follow}
      />
    </div>
  );
}
