// Said once, right after a sign-in: who is connected and to what, before it is kept. The figures
// already arrive below it, so it is a card and not a wall.
import { CircleCheck } from 'lucide-react';
import type { Connection } from '../../../shared/snapshot.ts';
import { sourceWords } from '../../parts/business-words.ts';
import { Memberships } from '../../parts/memberships.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import type { Keeping } from './use-keeping.ts';

interface ConnectedCardProps {
  readonly connection: Connection;
  readonly keeping: Keeping;
}

export function ConnectedCard({ connection, keeping }: ConnectedCardProps) {
  const { name, email } = connection.identity;
  const { undoing } = keeping;
  return (
    <section className="connected" aria-labelledby="connected-title">
      <h2 id="connected-title">
        <CircleCheck size={16} aria-hidden="true" />
        Connected as {name}
      </h2>
      <p className="quiet">
        {email} · {sourceWords(connection.source)}
      </p>
      <Memberships />
      {undoing.error && <TroubleNote error={undoing.error} about="here" />}
      <div className="connected-choices">
        {/* One that was kept before is only greeted: leaving it is for the settings. */}
        {!connection.kept && (
          <button
            type="button"
            className="button"
            aria-disabled={undoing.underWay}
            onClick={() => keeping.undo(connection)}
          >
            {undoing.underWay ? 'Signing out…' : 'Not this account'}
          </button>
        )}
        <button
          type="button"
          className="button button-primary"
          aria-disabled={undoing.underWay}
          onClick={() => {
            if (!undoing.underWay) keeping.keep(connection);
          }}
        >
          Open Traybooks
        </button>
      </div>
    </section>
  );
}
