// Gives a timer up. Nobody else has that time, so a slip of the hand must not be enough.
import { useState } from 'react';

interface DiscardButtonProps {
  /** What would be lost, e.g. "47m". */
  readonly what: string;
  readonly onDiscard: () => void;
}

export function DiscardButton({ what, onDiscard }: DiscardButtonProps) {
  const [isSure, setSure] = useState(false);
  return (
    <button
      type="button"
      className={isSure ? 'button button-small button-late' : 'button button-small'}
      onBlur={() => setSure(false)}
      onPointerLeave={() => setSure(false)}
      onClick={() => {
        setSure(!isSure);
        if (isSure) onDiscard();
      }}
    >
      {isSure ? `Discard ${what} for good?` : 'Discard'}
    </button>
  );
}
