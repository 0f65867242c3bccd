// The logins side by side: which is in use, switching to another, adding and removing one.
import { Check, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ConnectionId } from '../../../shared/ids.ts';
import type { Connection } from '../../../shared/snapshot.ts';
import { sourceWords } from '../../parts/business-words.ts';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useCommand } from '../../snapshot/use-command.ts';
import { useSlice } from '../../snapshot/use-snapshot.ts';
import type { Parting } from './use-parting.ts';

interface LoginListProps {
  readonly parting: Parting;
  readonly onAddLogin: () => void;
}

export function LoginList({ parting, onAddLogin }: LoginListProps) {
  const { connections, active } = useSlice('connection');
  const use = useCommand('connection.use');
  return (
    <section className="panel" aria-label="Logins">
      {connections.length > 1 && (
        <ul className="logins" aria-label="FreshBooks logins">
          {connections.map((connection) => (
            <LoginRow
              key={connection.id}
              connection={connection}
              isUsed={connection.id === active}
              onUse={(connectionId) => void use.send({ connectionId })}
              parting={parting}
            />
          ))}
        </ul>
      )}
      {use.error && <TroubleNote error={use.error} about="here" onDismiss={use.forget} />}
      <button type="button" className="button button-small button-start" onClick={onAddLogin}>
        <Plus size={13} aria-hidden="true" />
        {connections.length === 0 ? 'Connect FreshBooks' : 'Add another login'}
      </button>
    </section>
  );
}

interface LoginRowProps {
  readonly connection: Connection;
  readonly isUsed: boolean;
  readonly onUse: (id: ConnectionId) => void;
  readonly parting: Parting;
}

function LoginRow({ connection, isUsed, onUse, parting }: LoginRowProps) {
  const { id, identity, source, state } = connection;
  const [asked, setAsked] = useState(false);
  const where = `${identity.name}, ${sourceWords(source)}`;
  return (
    <li aria-current={isUsed}>
      <div className="person">
        <div>
          <p>{identity.name}</p>{' '}
          <p className="quiet">
            {identity.email} · {sourceWords(source)}
            {state.status === 'needs-sign-in' && ' · wants a sign-in'}
          </p>
        </div>
        {isUsed ? (
          <p className="login-used">
            <Check size={13} aria-hidden="true" />
            In use
          </p>
        ) : (
          <div className="login-ways">
            <button
              type="button"
              className="button button-small"
              aria-label={`Use ${where}`}
              onClick={() => onUse(id)}
            >
              Use
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={`Remove ${where}`}
              title="Remove"
              aria-expanded={asked}
              onClick={() => setAsked(!asked)}
            >
              <Trash2 size={14} aria-hidden="true" />
            </button>
          </div>
        )}
      </div>
      {asked && (
        <div className="note note-quiet" role="alert">
          <p>
            <strong>Sign {identity.name} out and forget what was read?</strong> Entries not sent yet
            stay on this computer, and are sent when {identity.name} connects again.
          </p>
          <div className="note-actions">
            <button
              type="button"
              className="button button-small"
              aria-disabled={parting.underWay}
              onClick={() => parting.signOut(connection)}
            >
              {parting.underWay ? 'Removing…' : 'Remove login'}
            </button>
            <button type="button" className="button button-small" onClick={() => setAsked(false)}>
              Keep
            </button>
          </div>
        </div>
      )}
    </li>
  );
}
