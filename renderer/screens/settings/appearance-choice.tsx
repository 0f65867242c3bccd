// Light, dark, or as the desktop does.
import { useId } from 'react';
import type { Settings } from '../../../shared/settings.ts';

const CHOICES = [
  { value: 'system', words: 'System' },
  { value: 'light', words: 'Light' },
  { value: 'dark', words: 'Dark' },
] as const;

interface AppearanceChoiceProps {
  readonly value: Settings['appearance'];
  readonly onChange: (appearance: Settings['appearance']) => void;
}

export function AppearanceChoice({ value, onChange }: AppearanceChoiceProps) {
  const name = useId();
  return (
    <fieldset className="setting">
      <legend className="setting-name">Appearance</legend>
      <div className="segments">
        {CHOICES.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name={name}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            <span>{choice.words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
