// Whose account was connected is shown before it is kept, and a wrong one can be undone.
import { useState } from 'react';
import type { ConnectionId } from '../../../shared/ids.ts';
import type { Connection } from '../../../shared/snapshot.ts';
import { partingWords } from '../../parts/parting-words.ts';
import { type Command, useCommand } from '../../snapshot/use-command.ts';

export interface Keeping {
  /** Whether the person still has to see whose account this is. */
  isAsked(connection: Connection): boolean;
  keep(connection: Connection): void;
  undo(connection: Connection): void;
  readonly keeping: Command<'sign-in.keep'>;
  readonly undoing: Command<'sign-in.undo'>;
  /** What became of the account that was undone; null once dismissed. */
  readonly parting: string | null;
  readonly dismissParting: () => void;
}

/** To be called where it outlives the popover, which is taken down each time it is hidden. */
export function useKeeping(justConnected: ConnectionId | null, onSeen: () => void): Keeping {
  const keeping = useCommand('sign-in.keep');
  const undoing = useCommand('sign-in.undo');
  const [seen, setSeen] = useState<ConnectionId | null>(null);
  const [parting, setParting] = useState<string | null>(null);
  return {
    isAsked: ({ id, kept }) => id === justConnected || (!kept && id !== seen),
    keep({ id, kept }) {
      setSeen(id);
      setParting(null);
      onSeen();
      if (!kept) void keeping.send({ connectionId: id });
    },
    async undo({ id, source, identity }) {
      const answer = await undoing.send({ connectionId: id });
      if (!answer?.ok) return;
      onSeen();
      const words = partingWords(identity.name, answer.value, Date.now());
      setParting(
        source === 'sandbox'
          ? words
          : `${words} To connect another account, sign out of FreshBooks in the browser first.`,
      );
    },
    keeping,
    undoing,
    parting,
    dismissParting: () => setParting(null),
  };
}
