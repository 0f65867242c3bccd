// A shortcut as the caps on the keyboard. Decoration: the same keys are given to assistive
// technology through aria-keyshortcuts or in words, so the style sheet writes the caps.
import { keyCaps, type Platform } from './accelerator.ts';

interface KeyCapsProps {
  readonly accelerator: string;
  readonly platform: Platform;
}

export function KeyCaps({ accelerator, platform }: KeyCapsProps) {
  return (
    <span className="keys" aria-hidden="true">
      {keyCaps(accelerator, platform).map((cap) => (
        <kbd key={cap} data-cap={cap} />
      ))}
    </span>
  );
}
