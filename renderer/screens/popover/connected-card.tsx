// Said once, right after a sign-in: who is connected and to what. The figures already arrive
// below it, so it is a card and not a wall.
import { CircleCheck } from 'lucide-react';
import type { Connection } from '../../../shared/snapshot.ts';
import { membershipWords } from '../../parts/business-words.ts';
import { useSlice } from '../../snapshot/use-snapshot.ts';

interface ConnectedCardProps {
  readonly connection: Connection;
  readonly onOpen: () => void;
}

export function ConnectedCard({ connection, onOpen }: ConnectedCardProps) {
  const { list } = useSlice('businesses');
  const { name, email } = connection.identity;
  return (
    <section className="connected" aria-labelledby="connected-title">
      <h2 id="connected-title">
        <CircleCheck size={16} aria-hidden="true" />
        Connected as {name}
      </h2>
      <p className="quiet">
        {email}
        {connection.source === 'sandbox' && ' · sample data'}
      </p>
      <ul className="connected-list" aria-label="Memberships">
        {list.map((business) => (
          <li key={business.id}>
            <span>{business.name}</span> <span className="quiet">{membershipWords(business)}</span>
          </li>
        ))}
      </ul>
      <button type="button" className="button button-primary" onClick={onOpen}>
        Open Traybooks
      </button>
    </section>
  );
}
