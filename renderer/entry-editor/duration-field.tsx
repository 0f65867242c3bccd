// The one field that is always filled in: large, focused at once, read back while one types.
import { type ReactNode, type RefObject, useId } from 'react';
import { formatDuration, parseDuration } from '../../shared/duration.ts';

interface DurationFieldProps {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly isInvalid: boolean;
  readonly error: ReactNode;
}

export function DurationField({ input, value, onChange, isInvalid, error }: DurationFieldProps) {
  const id = useId();
  const seconds = parseDuration(value);
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        Duration
      </label>
      <div className="input-row duration-row">
        <input
          id={id}
          ref={input}
          className="input input-duration"
          value={value}
          placeholder="1h30"
          aria-invalid={isInvalid}
          aria-describedby={`${id}-reading`}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
        <span className="duration-reading" id={`${id}-reading`}>
          {seconds !== null && `= ${formatDuration(seconds)}`}
          {seconds === null && (value.trim() === '' ? '90m, 1:30, 1.5h' : 'not a duration yet')}
        </span>
      </div>
      {error}
    </div>
  );
}
