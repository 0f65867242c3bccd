// Unbilled time by client, the one with the most hours first as the main process has it.
import { formatDuration } from '../../shared/duration.ts';
import type { UnbilledClient } from '../../shared/snapshot.ts';
import { RovingList } from '../parts/roving-list.tsx';
import { clientWords } from './unbilled-words.ts';

interface UnbilledListProps {
  readonly id: string;
  readonly clients: readonly UnbilledClient[];
}

export default function UnbilledList({ id, clients }: UnbilledListProps) {
  return (
    <div id={id} className="unbilled-list">
      <RovingList label="Unbilled by client" keys={clients.map(keyOf)} className="rows scrolls">
        {(rowProps) =>
          clients.map((client, row) => (
            <li key={keyOf(client)} className="row row-unbilled" {...rowProps(row)}>
              <span className="row-name">{client.clientName}</span>{' '}
              <span className="quiet">{formatDuration(client.seconds)}</span>{' '}
              <span className="row-amount selectable">{clientWords(client)}</span>
            </li>
          ))
        }
      </RovingList>
    </div>
  );
}

/** Each client has one row, and so has time that is for none. */
function keyOf({ clientId }: UnbilledClient): string {
  return String(clientId);
}
