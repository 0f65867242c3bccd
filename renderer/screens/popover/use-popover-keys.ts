// Single letters that act anywhere in the popover, as long as nobody is typing.
import { useEffect, useRef } from 'react';

/**
 * Letter, lower case, or "shift+" and a letter, to what it does. Ctrl or Cmd with "r" refreshes
 * too, as in a browser.
 */
export function usePopoverKeys(actions: Readonly<Record<string, () => void>>): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const withCommand = event.ctrlKey || event.metaKey;
      if (withCommand && key !== 'r') return;
      const actions = latest.current;
      const action = (event.shiftKey && actions[`shift+${key}`]) || actions[key];
      if (!action) return;
      event.preventDefault();
      event.stopPropagation();
      action();
    }
    // On the way down: a closed list of businesses that has the focus would take letters as a
    // choice, and "l" would do nothing for whoever has just switched.
    document.addEventListener('keydown', press, true);
    return () => document.removeEventListener('keydown', press, true);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [role="listbox"]') !== null;
}
