// The login in use: who it is and how it is, what it may see, and what one can do about it.
import { useState } from 'react';
import type { Connection } from '../../../shared/snapshot.ts';
import { sourceWords } from '../../parts/business-words.ts';
import { Memberships } from '../../parts/memberships.tsx';
import { useSlice } from '../../snapshot/use-snapshot.ts';
import { Details } from './details.tsx';
import { FeaturesOff } from './features-off.tsx';
import { ServiceChecks, TestResult, useServiceTest } from './service-checks.tsx';
import { StateLine } from './state-line.tsx';
import { useConnectionDetails } from './use-connection-details.ts';
import type { Parting } from './use-parting.ts';

interface LoginPanelProps {
  readonly connection: Connection;
  readonly parting: Parting;
  readonly onConnectAgain: () => void;
}

export function LoginPanel({ connection, parting, onConnectAgain }: LoginPanelProps) {
  const { id, identity, source, state } = connection;
  const outbox = useSlice('outbox');
  const reading = useConnectionDetails(connection);
  const test = useServiceTest(id);
  const [asked, setAsked] = useState(false);
  const unsent = outbox.waiting + outbox.unsure + outbox.refused + outbox.conflicts;

  function pressSignOut() {
    if (unsent > 0 && !asked) setAsked(true);
    else void parting.signOut(connection);
  }

  return (
    <>
      <div className="person">
        <div>
          <p className="person-name">{identity.name}</p>
          <p className="quiet">
            {identity.email} · {sourceWords(source)}
          </p>
        </div>
        <button
          type="button"
          className="button button-small"
          aria-disabled={parting.underWay}
          onClick={pressSignOut}
        >
          {parting.underWay ? 'Signing out…' : asked ? 'Sign out anyway' : 'Sign out'}
        </button>
      </div>
      {asked && (
        <div className="note note-quiet" role="alert">
          <p>
            <strong>
              {unsent === 1 ? '1 entry has' : `${unsent} entries have`} not reached FreshBooks yet.
            </strong>{' '}
            {unsent === 1 ? 'It is' : 'They are'} kept on this computer, and sent when{' '}
            {identity.name} connects again.
          </p>
        </div>
      )}
      <StateLine state={state} details={reading.details} onConnectAgain={onConnectAgain} />
      <FeaturesOff missing={reading.details?.missingScopes ?? []} onConnectAgain={onConnectAgain} />
      <Memberships />
      <div className="panel-actions">
        <button
          type="button"
          className="button button-small"
          aria-disabled={test.underWay}
          onClick={test.run}
        >
          Test connection
        </button>
        <TestResult test={test} />
      </div>
      <ServiceChecks test={test} />
      <Details connectionId={id} reading={reading} />
    </>
  );
}
