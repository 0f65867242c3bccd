// What the day's total becomes when the form is saved.
import { formatDuration } from '../../../shared/duration.ts';

interface BecomesProps {
  /** "today", "yesterday", "Thu 12 Nov". */
  readonly dayWords: string;
  readonly totalSeconds: number;
  readonly addedSeconds: number | null;
}

export function Becomes({ dayWords, totalSeconds, addedSeconds }: BecomesProps) {
  return (
    <p className="becomes quiet">
      {dayWords} {formatDuration(totalSeconds)}
      {addedSeconds !== null && (
        <>
          {' → '}
          <strong>{formatDuration(totalSeconds + addedSeconds)}</strong>
        </>
      )}
    </p>
  );
}
