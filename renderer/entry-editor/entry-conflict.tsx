// An entry that was changed elsewhere since the person saw it: theirs beside mine, what differs,
// and the choice. Nothing is sent before it is made.
import { type KeyboardEvent, useEffect, useRef } from 'react';
import '../look/entry-editor.css';
import type { CommandInput } from '../../shared/ipc.ts';
import type { EntryContent, LoggedEntry } from '../../shared/snapshot.ts';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { useCommand } from '../snapshot/use-command.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { entryTitle } from '../today/entry-words.ts';
import { differences, partsOf } from './differences.ts';

type Take = CommandInput<'outbox.resolve'>['take'];

interface Way {
  readonly take: Take;
  readonly words: string;
  readonly key: string;
}

interface EntryConflictProps {
  readonly entry: LoggedEntry;
  readonly theirs: EntryContent | 'deleted';
  readonly onClose: () => void;
}

export default function EntryConflict({ entry, theirs, onClose }: EntryConflictProps) {
  const catalog = useSlice('catalog');
  const resolve = useCommand('outbox.resolve');
  const place = useRef<HTMLElement>(null);
  const ways = waysOf(entry, theirs);
  const isMineDeleted = entry.pending === 'delete';
  useEffect(() => place.current?.focus(), []);

  async function choose(take: Take) {
    const answer = await resolve.send({ key: entry.key, take });
    if (answer?.ok) onClose();
  }

  function pressKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = ways.find(({ key }) => key === event.key.toLowerCase());
    if (event.key !== 'Escape' && !way) return;
    event.preventDefault();
    if (way) void choose(way.take);
    else onClose();
  }

  const rows =
    theirs === 'deleted' || isMineDeleted
      ? Object.entries(partsOf(theirs === 'deleted' ? entry : theirs, catalog)).map(
          ([part, words]) =>
            theirs === 'deleted'
              ? { part, theirs: 'deleted', mine: words }
              : { part, theirs: words, mine: 'deleted' },
        )
      : differences(theirs, entry, catalog);
  return (
    <section
      className="entry-open entry-conflict"
      aria-label="Changed elsewhere"
      tabIndex={-1}
      ref={place}
      onKeyDown={pressKey}
    >
      <p>
        <strong>{entryTitle(entry, catalog, true)}</strong>{' '}
        {theirs === 'deleted' ? 'was deleted elsewhere' : 'was changed elsewhere'} since you saw it.
      </p>
      {resolve.error && <TroubleNote error={resolve.error} about="here" />}
      <table className="conflict-table">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Part</span>
            </th>
            <th scope="col">Theirs</th>
            <th scope="col">Mine</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.part}>
              <th scope="row">{row.part}</th>
              <td>{row.theirs}</td>
              <td>{row.mine}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="entry-foot conflict-ways">
        {ways.map(({ take, words, key }) => (
          <button
            key={take}
            type="button"
            className="button"
            aria-keyshortcuts={key.toUpperCase()}
            title={`${words} (${key.toUpperCase()})`}
            aria-disabled={resolve.underWay}
            onClick={() => void choose(take)}
          >
            {words}
          </button>
        ))}
      </div>
    </section>
  );
}

/** Both only where there are two to keep. */
function waysOf({ pending }: LoggedEntry, theirs: EntryContent | 'deleted'): readonly Way[] {
  const both = { take: 'both', words: 'Keep both', key: 'b' } as const;
  const mine = pending === 'delete' ? 'Delete it' : 'Keep mine';
  return [
    {
      take: 'theirs',
      words: theirs === 'deleted' ? 'Leave it deleted' : 'Keep theirs',
      key: 't',
    },
    { take: 'mine', words: theirs === 'deleted' ? 'Log mine again' : mine, key: 'm' },
    ...(theirs === 'deleted' || pending === 'delete' ? [] : [both]),
  ];
}
