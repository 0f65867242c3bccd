// Who is signed in, to what, and the way out.
import { useState } from 'react';
import { membershipWords } from '../../parts/business-words.ts';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useCommand } from '../../snapshot/use-command.ts';
import { useSlice } from '../../snapshot/use-snapshot.ts';

export function ConnectionPanel() {
  const { connections, active } = useSlice('connection');
  const { list } = useSlice('businesses');
  const outbox = useSlice('outbox');
  const signOut = useCommand('connection.sign-out');
  const [asked, setAsked] = useState(false);
  // The login may be gone although something went wrong on the way.
  const trouble = signOut.error && <TroubleNote error={signOut.error} about="here" />;
  const connection = connections.find(({ id }) => id === active);
  if (!connection) {
    return (
      <section className="panel" aria-label="Connection">
        <p className="quiet">No FreshBooks account is connected.</p>
        {trouble}
      </section>
    );
  }
  const unsent = outbox.waiting + outbox.unsure + outbox.refused;

  function press() {
    if (!connection) return;
    if (unsent > 0 && !asked) setAsked(true);
    else void signOut.send({ connectionId: connection.id });
  }

  return (
    <section className="panel" aria-label="Connection">
      <div className="person">
        <div>
          <p className="person-name">{connection.identity.name}</p>
          <p className="quiet">
            {connection.identity.email} ·{' '}
            {connection.source === 'sandbox' ? 'sample data' : 'FreshBooks'}
          </p>
        </div>
        <button
          type="button"
          className="button button-small"
          aria-disabled={signOut.underWay}
          onClick={press}
        >
          {asked ? 'Sign out anyway' : 'Sign out'}
        </button>
      </div>
      {asked && (
        <div className="note note-quiet" role="alert">
          <p>
            <strong>
              {unsent === 1 ? '1 entry has' : `${unsent} entries have`} not reached FreshBooks yet.
            </strong>{' '}
            {unsent === 1 ? 'It is' : 'They are'} kept on this computer, and sent when{' '}
            {connection.identity.name} connects again.
          </p>
        </div>
      )}
      {trouble}
      <ul className="connected-list" aria-label="Memberships">
        {list.map((business) => (
          <li key={business.id}>
            <span>{business.name}</span> <span className="quiet">{membershipWords(business)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
