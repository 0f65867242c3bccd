// What was understood, piece by piece. It keeps its height with or without pieces.
import type { Chip } from './reading-words.ts';

interface ReadingChipsProps {
  readonly chips: readonly Chip[];
}

export function ReadingChips({ chips }: ReadingChipsProps) {
  return (
    <ul className="chips" aria-label="What was understood">
      {chips.map(({ label, strong, rest, isUnclear }) => (
        <li key={label} className="chip" data-unclear={isUnclear || undefined}>
          <span className="chip-label">{label}</span>{' '}
          <span className="chip-value">
            {isUnclear ? (
              'which?'
            ) : (
              <>
                {strong && <strong>{strong}</strong>}
                {strong && rest && ' · '}
                {rest}
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
