// Lines that could not be kept, with the way back into the line for what had to make room.
import { TroubleNote } from '../parts/trouble-note.tsx';
import type { QuickLine } from './use-quick-line.ts';

export function FailedNotes({ line }: { readonly line: QuickLine }) {
  return line.failed.map((failed) => (
    <TroubleNote
      key={failed.typed}
      error={failed.error}
      about={failed.typed === '' ? 'here' : 'saving'}
      {...(failed.isBack
        ? {}
        : {
            nextStep: { words: `Put “${failed.typed}” back`, take: () => line.putBack(failed) },
          })}
    />
  ));
}
