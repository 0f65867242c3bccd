// The quick-add line at the popover's foot. What it is understood as unfolds above it while the
// line has the focus.
import { Plus } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { ariaKeyShortcut } from '../../parts/accelerator.ts';
import { KeyCaps } from '../../parts/key-caps.tsx';
import type { QuickLine } from '../../quick-add/quick-line.ts';
import { QuickLineField } from '../../quick-add/quick-line-field.tsx';
import QuickPanel from '../../quick-add/quick-panel.tsx';
import { useQuickAdd } from '../../quick-add/use-quick-add.ts';
import { useSlice } from '../../snapshot/use-snapshot.ts';

interface QuickAddFootProps {
  readonly line: QuickLine;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onSettings: () => void;
}

export function QuickAddFoot({ line, input, onSettings }: QuickAddFootProps) {
  const quick = useQuickAdd(line);
  const { values, shortcut, platform } = useSlice('settings');
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const [listId, footId] = [`${id}-list`, `${id}-foot`];
  const works = shortcut === 'registered';
  const refused = shortcut === 'taken' || shortcut === 'invalid';

  function blur(event: FocusEvent<HTMLElement>): void {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    setOpen(false);
    line.leave();
  }

  /** One step back from the line is the popover; the next one hides the window. */
  function pressEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }

  return (
    <footer className="foot">
      <fieldset
        className="quick-foot"
        aria-label="Quick add"
        onFocus={() => setOpen(true)}
        onBlur={blur}
        onKeyDown={pressEscape}
      >
        {isOpen && <QuickPanel quick={quick} listId={listId} footId={footId} />}
        <div className="quick-foot-line">
          <span className="log-time-sign" aria-hidden="true">
            <Plus size={14} strokeWidth={2.5} />
          </span>
          <QuickLineField
            quick={quick}
            input={input}
            listId={listId}
            footId={footId}
            isOpen={isOpen}
            shortcuts={works ? `L ${ariaKeyShortcut(values.logTimeShortcut, platform)}` : 'L'}
          />
          {works && quick.state.text === '' && !isOpen && (
            <KeyCaps accelerator={values.logTimeShortcut} platform={platform} />
          )}
        </div>
      </fieldset>
      {refused && (
        <p className="foot-remark">
          {shortcut === 'taken'
            ? 'Its shortcut is used by another program.'
            : 'Its shortcut does not work here.'}{' '}
          <button type="button" className="link" onClick={onSettings}>
            Choose another
          </button>
        </p>
      )}
    </footer>
  );
}
