// Puts the cursor where one types first, each time the form is shown.
import { type RefObject, useEffect } from 'react';

export function useFocusOn(input: RefObject<HTMLInputElement | null>, showing: number): void {
  useEffect(() => {
    if (showing >= 0) input.current?.focus();
  }, [input, showing]);
}
