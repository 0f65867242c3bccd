// After how long without input a person with a running timer is asked what that time was.
import { Choose } from '../../parts/choose.tsx';
import { useSlice } from '../../snapshot/use-snapshot.ts';
import { NO_IDLE_SIGNAL } from '../../timer/timer-words.ts';

const OFF = { value: '0', words: 'Never ask' };
const MINUTES = [3, 5, 10, 15, 30, 60];

interface AwayChoiceProps {
  /** 0 never asks. */
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
}

export function AwayChoice({ minutes, onChange }: AwayChoiceProps) {
  const { idleSignal } = useSlice('timer');
  const all = minutes === 0 || MINUTES.includes(minutes) ? MINUTES : [...MINUTES, minutes];
  const options = all
    .toSorted((one, other) => one - other)
    .map((each) => ({ value: String(each), words: `${each} minutes` }));
  return (
    <div className="setting">
      <Choose
        label="Ask when away for"
        options={[OFF, ...options]}
        value={String(minutes)}
        onChange={(value) => onChange(Number(value))}
      />
      <p className="quiet setting-hint">
        {idleSignal === 'none'
          ? NO_IDLE_SIGNAL
          : 'While a timer runs: keep that time, drop it, or make it an entry.'}
      </p>
    </div>
  );
}
