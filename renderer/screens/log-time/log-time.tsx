// Logging time from anywhere: one line, and what it is understood as.
import { useEffect, useId, useRef } from 'react';
import type { QuickLine } from '../../quick-add/quick-line.ts';
import { QuickLineField } from '../../quick-add/quick-line-field.tsx';
import QuickPanel from '../../quick-add/quick-panel.tsx';
import { useQuickAdd } from '../../quick-add/use-quick-add.ts';
import { useSlice } from '../../snapshot/use-snapshot.ts';
import { useFocusOn } from './use-focus-on.ts';

interface LogTimeProps {
  readonly line: QuickLine;
  /** Changes each time the surface is shown. */
  readonly showing: number;
}

export default function LogTime({ line, showing }: LogTimeProps) {
  const quick = useQuickAdd(line);
  const { list, chosen } = useSlice('businesses');
  const business = list.find(({ id }) => id === chosen);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const [listId, footId] = [`${id}-list`, `${id}-foot`];
  useFocusOn(input, showing);
  const { leave } = line;
  useEffect(() => leave, [leave]);
  return (
    <main className="screen quick-bar">
      <header className="quick-top drags">
        <h1 className="visually-hidden">Log time {business && <span>{business.name}</span>}</h1>
        <QuickLineField quick={quick} input={input} listId={listId} footId={footId} isOpen />
        {list.length > 1 && business && (
          <span className="quick-business" aria-hidden="true">
            {business.name}
          </span>
        )}
      </header>
      <QuickPanel quick={quick} listId={listId} footId={footId} />
    </main>
  );
}
