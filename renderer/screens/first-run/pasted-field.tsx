// A field for values that are pasted whole, not typed: forgiving about quotes and line breaks.
import { Eye, EyeOff } from 'lucide-react';
import { type ClipboardEvent, type Ref, useId, useState } from 'react';
import { cleanPastedText } from './pasted-text.ts';

interface PastedFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Takes a paste as it is; without it the value alone replaces what the field holds. */
  readonly onPaste?: (text: string) => void;
  /** Drawn as dots until the person asks to see it. */
  readonly isSecret?: boolean;
  readonly isWrong?: boolean;
  readonly describedBy?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function PastedField(props: PastedFieldProps) {
  const { label, value, onChange, isSecret } = props;
  const id = useId();
  const [shown, setShown] = useState(!isSecret);

  function paste(event: ClipboardEvent<HTMLInputElement>) {
    // Where the caret stood is chance, and two values in one would be hard to see behind dots.
    event.preventDefault();
    const pasted = event.clipboardData.getData('text');
    if (props.onPaste) props.onPaste(pasted);
    else onChange(cleanPastedText(pasted));
  }

  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <div className="input-row">
        {/* Not a password field: those make browsers offer to store what belongs in the keychain. */}
        <input
          ref={props.inputRef}
          id={id}
          className={shown ? 'input input-code' : 'input input-code input-dots'}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onPaste={paste}
          aria-describedby={props.describedBy}
          aria-invalid={props.isWrong ?? false}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        {isSecret && (
          <button
            type="button"
            className="icon-button"
            aria-label={shown ? 'Hide what you typed' : 'Show what you typed'}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            <Icon size={15} aria-hidden="true" />
          </button>
        )}
      </div>
    </div>
  );
}
