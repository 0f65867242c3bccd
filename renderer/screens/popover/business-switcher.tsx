// Shows the chosen business and switches to another, or to another login. The list behind it
// comes from a part of the page loaded after the first paint; until then a button of the same
// look and name stands there.
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { BusinessId, ConnectionId } from '../../../shared/ids.ts';
import { initialOf } from '../../parts/business-words.ts';
import { loadLater } from '../../parts/load-later.tsx';
import { useSettled } from '../../parts/use-settled.ts';
import { useSlice } from '../../snapshot/use-snapshot.ts';

const BusinessSelect = loadLater(() => import('./business-select.tsx'));

interface BusinessSwitcherProps {
  readonly onChoose: (id: BusinessId) => void;
  readonly onUseLogin: (id: ConnectionId) => void;
}

export function BusinessSwitcher({ onChoose, onUseLogin }: BusinessSwitcherProps) {
  const { list, chosen } = useSlice('businesses');
  const { connections, active } = useSlice('connection');
  const [wanted, setWanted] = useState(false);
  const settled = useSettled();
  const business = list.find(({ id }) => id === chosen) ?? list[0] ?? null;
  const connection = connections.find(({ id }) => id === active);
  const otherLogins = connections.filter(({ id }) => id !== active);
  // A login of which nothing was ever read must not keep anyone from the others.
  if (!connection || (!business && otherLogins.length === 0)) {
    return <span className="business bone bone-business" />;
  }
  const name = business?.name ?? connection.identity.name;
  const standIn = (
    <button
      type="button"
      className="business"
      aria-label={`Business: ${name}`}
      aria-haspopup="listbox"
      onClick={() => setWanted(true)}
    >
      <BusinessBadge name={name} />
      <span className="business-name">{name}</span>
      <ChevronDown size={13} aria-hidden="true" className="faint" />
    </button>
  );
  if (!settled && !wanted) return standIn;
  return (
    <BusinessSelect.Part
      fallback={standIn}
      connection={connection}
      businesses={list}
      chosen={business}
      onChoose={onChoose}
      otherLogins={otherLogins}
      onUse={onUseLogin}
      openAtOnce={wanted}
    />
  );
}

export function BusinessBadge({ name }: { readonly name: string }) {
  return (
    // Drawn by the style sheet: a letter in the document would count as part of the button's text.
    <span className="badge" data-letter={initialOf(name)} aria-hidden="true" />
  );
}
