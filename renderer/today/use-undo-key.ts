// Ctrl+Z, or Cmd+Z, anywhere but in a text that has an undo of its own.
import { useEffect, useRef } from 'react';

/** @param takeBack null while there is nothing to take back */
export function useUndoKey(takeBack: (() => void) | null): void {
  const latest = useRef(takeBack);
  latest.current = takeBack;
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.key.toLowerCase() !== 'z' || event.shiftKey || event.altKey) return;
      if (!(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      if (!latest.current || holdsText(event.target)) return;
      event.preventDefault();
      latest.current();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function holdsText(target: EventTarget | null): boolean {
  return (
    (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) &&
    target.value !== ''
  );
}
