// The starts that need no typing: some minutes earlier, and the end of the last entry.
import { sinceLastEntry } from '../../shared/day-gaps.ts';
import type { RunningTimer } from '../../shared/snapshot.ts';
import { clockWords } from '../parts/clock-words.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { stretchOf } from '../today/use-day-gaps.ts';

const MINUTE_MS = 60_000;
const EARLIER_MINUTES = [5, 15] as const;

interface StartChoicesProps {
  readonly timer: RunningTimer;
  /** One of several presses, perhaps. */
  readonly onMove: (startedAtMs: number) => void;
  readonly onChoose: (startedAtMs: number) => void;
}

export function StartChoices({ timer, onMove, onChoose }: StartChoicesProps) {
  const { timeZone } = useSlice('time');
  const last = useEndOfLastEntry(timer);
  return (
    <div className="timer-start-choices">
      {EARLIER_MINUTES.map((minutes) => (
        <button
          key={minutes}
          type="button"
          className="button button-small"
          title={`${minutes} minutes earlier`}
          onClick={() => onMove(timer.startedAtMs - minutes * MINUTE_MS)}
        >
          −{minutes}m
        </button>
      ))}
      {last !== null && (
        <button type="button" className="button button-small" onClick={() => onChoose(last)}>
          Since the last entry, {clockWords(last, Date.now(), { timeZone })}
        </button>
      )}
    </div>
  );
}

/** Null where there is none today, or the timer began there already. */
function useEndOfLastEntry(timer: RunningTimer): number | null {
  const { entries, today } = useSlice('time');
  const todays = entries.filter(({ day, pending }) => day === today && pending !== 'delete');
  const since = sinceLastEntry(todays.map(stretchOf), Date.now());
  if (!since) return null;
  return Math.abs(since.fromMs - timer.startedAtMs) < MINUTE_MS ? null : since.fromMs;
}
