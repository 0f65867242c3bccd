// Lines that could not be kept, with the way back into the line for what had to make room.
import { TroubleNote } from '../parts/trouble-note.tsx';
import type { QuickAdd } from './use-quick-add.ts';

export function FailedNotes({ quick }: { readonly quick: QuickAdd }) {
  return quick.state.failed.map((failed) => (
    <TroubleNote
      key={failed.typed}
      error={failed.error}
      about={failed.typed === '' ? 'here' : 'saving'}
      {...(failed.isBack
        ? {}
        : {
            nextStep: {
              words: `Put “${failed.typed}” back`,
              take: () => quick.line.putBack(failed),
            },
          })}
    />
  ));
}
