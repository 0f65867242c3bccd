// The field itself, the same on the shortcut's surface and at the popover's foot: a combobox whose
// list is below it, or above.
import { type RefObject, useMemo } from 'react';
import { LineInput } from './line-input.tsx';
import { marksOf } from './marks.ts';
import { optionId } from './option-id.ts';
import type { QuickAdd } from './use-quick-add.ts';

interface QuickLineFieldProps {
  readonly quick: QuickAdd;
  readonly input: RefObject<HTMLInputElement | null>;
  /** Of the list of offers. */
  readonly listId: string;
  /** Of what tells what the keys do. */
  readonly footId: string;
  /** Whether the list is on the screen. */
  readonly isOpen: boolean;
  /** In WAI-ARIA's spelling: the keys that lead here. */
  readonly shortcuts?: string;
}

export function QuickLineField(props: QuickLineFieldProps) {
  const { quick, input, listId, footId, isOpen, shortcuts } = props;
  const { line, state, reading, offers, active, refusal } = quick;
  const hasList = isOpen && offers.length > 0;
  const marks = useMemo(() => marksOf(reading), [reading]);
  return (
    <LineInput
      input={input}
      text={state.text}
      placed={state.placed}
      marks={marks}
      onType={line.change}
      onKeyDown={quick.press}
      role="combobox"
      aria-label="Log time"
      aria-autocomplete="list"
      aria-expanded={hasList}
      aria-controls={hasList ? listId : undefined}
      aria-activedescendant={hasList && active !== null ? optionId(listId, active) : undefined}
      aria-describedby={isOpen ? footId : undefined}
      aria-keyshortcuts={shortcuts}
      aria-invalid={refusal !== null}
      placeholder="acme api 1h30 fixed login"
    />
  );
}
