// How a timer's length becomes an entry's, for the business that is shown.

import { NO_ROUNDING } from '../../../shared/no-rounding.ts';
import type { Rounding } from '../../../shared/settings.ts';
import { Choose } from '../../parts/choose.tsx';
import { loggedWords } from '../../timer/timer-words.ts';

const STEPS = [
  { value: '0', words: 'Off', toMinutes: 0 },
  { value: '6', words: '6 minutes', toMinutes: 6 },
  { value: '10', words: '10 minutes', toMinutes: 10 },
  { value: '15', words: '15 minutes', toMinutes: 15 },
] as const;

const DIRECTIONS = [
  { value: 'up', words: 'Up' },
  { value: 'nearest', words: 'To the nearest' },
] as const;

/** Lengths that every rule changes. */
const EXAMPLES_SECONDS = [47 * 60, 62 * 60];

interface RoundingChoiceProps {
  /** Null where there is only one, which needs no naming. */
  readonly businessName: string | null;
  readonly value: Rounding | undefined;
  readonly onChange: (rounding: Rounding) => void;
}

export function RoundingChoice({ businessName, value, onChange }: RoundingChoiceProps) {
  const rounding = value ?? NO_ROUNDING;
  const isOff = rounding.toMinutes === 0;
  return (
    <div className="setting">
      <Choose
        label="Round timers to"
        options={STEPS}
        value={String(rounding.toMinutes) as (typeof STEPS)[number]['value']}
        onChange={(step) => {
          const chosen = STEPS.find((each) => each.value === step);
          if (chosen) onChange({ ...rounding, toMinutes: chosen.toMinutes });
        }}
      />
      {!isOff && (
        <div className="setting-below">
          <Choose
            label="Direction"
            options={DIRECTIONS}
            value={rounding.direction}
            onChange={(direction) => onChange({ ...rounding, direction })}
          />
        </div>
      )}
      <p className="quiet setting-hint">
        {businessName !== null && `For ${businessName}. `}
        {isOff ? 'A timer is logged as it ran.' : exampleWords(rounding)}
      </p>
    </div>
  );
}

/** "47m → 1h, 1h 02m → 1h." */
function exampleWords(rounding: Rounding): string {
  return `${EXAMPLES_SECONDS.map((seconds) => loggedWords(seconds, rounding)).join(', ')}.`;
}
