// What support asks for, out of the way of everybody else.
import { useState } from 'react';
import type { ConnectionId } from '../../../shared/ids.ts';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useCommand } from '../../snapshot/use-command.ts';
import { Facts } from './facts.tsx';
import type { DetailsReading } from './use-connection-details.ts';

interface DetailsProps {
  readonly connectionId: ConnectionId;
  readonly reading: DetailsReading;
}

export function Details({ connectionId, reading }: DetailsProps) {
  const { details, error, readAgain } = reading;
  const renew = useCommand('connection.renew');
  const copy = useCommand('connection.copy-diagnostics');
  const [said, setSaid] = useState('');

  async function refreshNow() {
    copy.forget();
    setSaid('');
    const answer = await renew.send({ connectionId });
    if (answer?.ok) setSaid('Refreshed.');
    readAgain();
  }

  async function copyDiagnostics() {
    renew.forget();
    setSaid('');
    const answer = await copy.send({ connectionId });
    if (answer?.ok) setSaid('Copied. Nothing secret is in it.');
  }

  const failed = renew.error ?? copy.error;
  return (
    <details className="details">
      <summary>Details</summary>
      {details && <Facts details={details} />}
      {error && (
        <TroubleNote
          error={error}
          about="here"
          nextStep={{ words: 'Try again', take: readAgain }}
        />
      )}
      <div className="panel-actions">
        <button
          type="button"
          className="button button-small"
          aria-disabled={renew.underWay}
          onClick={refreshNow}
        >
          Refresh now
        </button>
        <button
          type="button"
          className="button button-small"
          aria-disabled={copy.underWay}
          onClick={copyDiagnostics}
        >
          Copy diagnostics
        </button>
        {/* There before it says anything: only then is what it says announced. */}
        <p className="said" role="status" aria-label="Done">
          {renew.underWay ? 'Refreshing…' : said}
        </p>
      </div>
      {failed && <TroubleNote error={failed} about="here" />}
    </details>
  );
}
