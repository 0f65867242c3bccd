// What was typed so far about a time away. To be kept where it outlives the popover, as what is
// typed into an entry is; another time away, or the same one in another business, begins anew.
import { useMemo, useState } from 'react';
import type { AwayGap } from '../../shared/snapshot.ts';
import { useShownOwner } from '../snapshot/use-shown-owner.ts';

export interface AwayLine {
  /** Stays with it when another is taken out. */
  readonly key: number;
  readonly text: string;
}

export interface AwayDraft {
  /** Null while it is not to become entries. */
  linesFor(gap: AwayGap): readonly AwayLine[] | null;
  change(gap: AwayGap, lines: readonly AwayLine[]): void;
  end(gap: AwayGap): void;
}

interface KeptLines {
  /** Whose time away it is, and when it began. */
  readonly about: string;
  readonly lines: readonly AwayLine[];
}

export function useAwayDraft(): AwayDraft {
  const owner = useShownOwner();
  const [kept, setKept] = useState<KeptLines | null>(null);
  return useMemo(() => {
    const about = ({ fromMs }: AwayGap) => `${owner}/${fromMs}`;
    return {
      linesFor: (gap) => (kept?.about === about(gap) ? kept.lines : null),
      change: (gap, lines) => setKept({ about: about(gap), lines }),
      // The next time away may have lines already when the answer about this one arrives.
      end: (gap) => setKept((now) => (now?.about === about(gap) ? null : now)),
    };
  }, [kept, owner]);
}

export function emptyLines(count: number): readonly AwayLine[] {
  return Array.from({ length: count }, (_, key) => ({ key, text: '' }));
}
