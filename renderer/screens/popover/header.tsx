// The popover's top line: which business, how old the figures are, and the two things one does
// about either.
import { RefreshCw, Settings } from 'lucide-react';
import type { BusinessId, ConnectionId } from '../../../shared/ids.ts';
import { ageWords } from '../../parts/age-words.ts';
import { useSlice } from '../../snapshot/use-snapshot.ts';
import { useNow } from '../../snapshot/use-visible.ts';
import { BusinessSwitcher } from './business-switcher.tsx';

/** "2 min ago" may be this stale; a hidden page does not count at all. */
const AGE_RENEWED_MS = 60_000;

interface HeaderProps {
  readonly onChooseBusiness: (id: BusinessId) => void;
  readonly onUseLogin: (id: ConnectionId) => void;
  readonly onRefresh: () => void;
  readonly onSettings: () => void;
}

export function Header({ onChooseBusiness, onUseLogin, onRefresh, onSettings }: HeaderProps) {
  const sync = useSlice('sync');
  return (
    <header className="top">
      <BusinessSwitcher onChoose={onChooseBusiness} onUseLogin={onUseLogin} />
      <Age />
      <button
        type="button"
        className="icon-button"
        aria-label="Refresh"
        aria-keyshortcuts="R"
        title="Refresh (R)"
        aria-disabled={sync.refreshing}
        onClick={onRefresh}
      >
        <RefreshCw size={15} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Settings"
        title="Settings"
        onClick={onSettings}
      >
        <Settings size={15} aria-hidden="true" />
      </button>
    </header>
  );
}

function Age() {
  const sync = useSlice('sync');
  const nowMs = useNow(AGE_RENEWED_MS);
  const age = ageWords(sync.refreshedAtMs, nowMs);
  const offline = sync.error?.code === 'offline';
  const state = sync.error ? 'trouble' : sync.refreshedAtMs === null ? 'none' : 'fresh';
  return (
    <span className="age" data-state={state}>
      <span className="age-dot" aria-hidden="true" />
      <span className="visually-hidden">Last refreshed: </span>
      {sync.refreshing ? 'refreshing…' : offline ? `offline · ${age}` : age}
    </span>
  );
}
