// A line of text with its label, what it is read as, and why it was refused.
import { type ReactNode, type Ref, useId } from 'react';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** What the text is understood as; null where it speaks for itself. */
  readonly reading?: string | null;
  readonly isInvalid?: boolean;
  readonly placeholder?: string;
  readonly input?: Ref<HTMLInputElement>;
  readonly error?: ReactNode;
}

export function TextField(props: TextFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <div className="field-top">
        <label className="field-label" htmlFor={id}>
          {props.label}
        </label>{' '}
        {props.reading !== undefined && (
          <span className="field-reading" id={`${id}-reading`}>
            {props.reading}
          </span>
        )}
      </div>
      <input
        id={id}
        ref={props.input}
        className="input"
        value={props.value}
        placeholder={props.placeholder}
        aria-invalid={props.isInvalid ?? false}
        aria-describedby={props.reading === undefined ? undefined : `${id}-reading`}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {props.error}
    </div>
  );
}
