// One quiet line with what could be billed today; it opens to who it is from.
import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import { loadLater } from '../parts/load-later.tsx';
import { usePopoverKeys } from '../screens/popover/use-popover-keys.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { unbilledWords } from './unbilled-words.ts';

const UnbilledList = loadLater(() => import('./unbilled-list.tsx'));

export function UnbilledSection() {
  const { clients, refreshedAtMs, error } = useSlice('unbilled');
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const words = unbilledWords(clients);
  usePopoverKeys(words ? { u: () => setOpen(!isOpen) } : {});
  if (!words) {
    return (
      <section className="unbilled" aria-label="Unbilled">
        <p className="unbilled-line quiet">
          <span>Unbilled</span>{' '}
          <span>{refreshedAtMs === null ? (error ? 'not known yet' : ' ') : 'nothing'}</span>
        </p>
      </section>
    );
  }
  return (
    <section className="unbilled" aria-label="Unbilled">
      <button
        type="button"
        className="unbilled-line"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-keyshortcuts="U"
        title="Unbilled time by client (U)"
        onClick={() => setOpen(!isOpen)}
      >
        <span className="quiet">Unbilled</span> <span className="unbilled-sum">{words}</span>{' '}
        <ChevronRight size={14} aria-hidden="true" className="faint unbilled-sign" />
      </button>
      {isOpen && <UnbilledList.Part fallback={null} id={id} clients={clients} />}
    </section>
  );
}
