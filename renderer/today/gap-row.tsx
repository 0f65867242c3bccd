// A hole in the day: one key from an entry that fills it.
import { Plus } from 'lucide-react';
import type { Gap } from '../../shared/day-gaps.ts';
import { gapWords } from './gap-words.ts';

interface GapRowProps {
  readonly gap: Gap;
  readonly timeZone: string;
  /** The keys that fill it from anywhere, where there are any. */
  readonly letters: readonly string[];
  readonly onFill: () => void;
}

export function GapRow({ gap, timeZone, letters, onFill }: GapRowProps) {
  const { times, length } = gapWords(gap, timeZone);
  return (
    <>
      <span className="gap-hatch" aria-hidden="true" />
      <span>{times}</span> <span>{length}</span>{' '}
      <span className="row-actions">
        <button
          type="button"
          className="row-action"
          aria-label={`Log ${times}`}
          title={`Log this time (${['Enter', ...letters].join(' or ')})`}
          onClick={onFill}
        >
          <Plus size={13} aria-hidden="true" />
        </button>
      </span>
    </>
  );
}
