// What the page does not need for its first paint waits until that is over.
import { useEffect, useState } from 'react';

/** After the first paint, but long before anyone could press a key. */
const SETTLED_AFTER_MS = 150;

/** False at first, true once what is shown has had time to be drawn. */
export function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}
