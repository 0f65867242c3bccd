// A field for values that are pasted, not typed: forgiving about quotes and line breaks.
import { Eye, EyeOff } from 'lucide-react';
import { type ClipboardEvent, useId, useState } from 'react';
import { cleanPastedText } from './pasted-text.ts';

interface PastedFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Drawn as dots until the person asks to see it. */
  readonly isSecret?: boolean;
  readonly describedBy?: string;
}

export function PastedField({ label, value, onChange, isSecret, describedBy }: PastedFieldProps) {
  const id = useId();
  const [shown, setShown] = useState(!isSecret);

  function paste(event: ClipboardEvent<HTMLInputElement>) {
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const pasted = cleanPastedText(event.clipboardData.getData('text'));
    const start = selectionStart ?? value.length;
    onChange(value.slice(0, start) + pasted + value.slice(selectionEnd ?? start));
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
          id={id}
          className={shown ? 'input input-code' : 'input input-code input-dots'}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onPaste={paste}
          aria-describedby={describedBy}
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
