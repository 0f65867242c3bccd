// Settings → Connection: the login in use, then the others beside it.
import { DismissibleNote } from '../../parts/dismissible-note.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useSlice } from '../../snapshot/use-snapshot.ts';
import { LoginList } from './login-list.tsx';
import { LoginPanel } from './login-panel.tsx';
import { useParting } from './use-parting.ts';

interface ConnectionPanelProps {
  readonly onConnectAgain: () => void;
  readonly onAddLogin: () => void;
}

export function ConnectionPanel({ onConnectAgain, onAddLogin }: ConnectionPanelProps) {
  const { connections, active } = useSlice('connection');
  const parting = useParting();
  const connection = connections.find(({ id }) => id === active);
  return (
    <>
      {/* The login may be gone although something went wrong on the way. */}
      {parting.error && <TroubleNote error={parting.error} about="here" />}
      {parting.words && <DismissibleNote text={parting.words} onDismiss={parting.dismiss} />}
      <section className="panel" aria-label="Connection">
        {connection ? (
          <LoginPanel
            key={connection.id}
            connection={connection}
            parting={parting}
            onConnectAgain={onConnectAgain}
          />
        ) : (
          <p className="quiet">No FreshBooks account is connected.</p>
        )}
      </section>
      <LoginList parting={parting} onAddLogin={onAddLogin} />
    </>
  );
}
