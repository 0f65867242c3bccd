// The hours a person means to log on a day: the line across the week's bars.
import { formatDuration } from '../../../shared/duration.ts';
import { Choose } from '../../parts/choose.tsx';

const OFF = { value: '0', words: 'No goal' };
const HOURS = [3, 4, 5, 6, 7, 7.5, 8, 9, 10];

interface GoalChoiceProps {
  /** 0 is none. */
  readonly minutes: number;
  readonly onChange: (minutes: number) => void;
}

export function GoalChoice({ minutes, onChange }: GoalChoiceProps) {
  const offered = HOURS.map((hours) => hours * 60);
  const all = minutes === 0 || offered.includes(minutes) ? offered : [...offered, minutes];
  const options = all
    .toSorted((one, other) => one - other)
    .map((each) => ({ value: String(each), words: formatDuration(each * 60) }));
  return (
    <div className="setting">
      <Choose
        label="Goal for a day"
        options={[OFF, ...options]}
        value={String(minutes)}
        onChange={(value) => onChange(Number(value))}
      />
    </div>
  );
}
