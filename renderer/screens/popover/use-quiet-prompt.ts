// The soft prompt is asked once: dismissed, it stays away until that login was well in between.
import { useEffect, useState } from 'react';
import type { ConnectionId } from '../../../shared/ids.ts';
import type { Connection } from '../../../shared/snapshot.ts';
import { useSlice } from '../../snapshot/use-snapshot.ts';

export interface QuietPrompt {
  isDismissed(id: ConnectionId): boolean;
  dismiss(id: ConnectionId): void;
}

/** To be called where it outlives the popover, which is taken down each time it is hidden. */
export function useQuietPrompt(): QuietPrompt {
  const { connections } = useSlice('connection');
  const [dismissed, setDismissed] = useState<readonly ConnectionId[]>([]);
  useEffect(() => {
    const prompting = connections.filter(isPrompting).map(({ id }) => id);
    setDismissed((ids) =>
      ids.every((id) => prompting.includes(id)) ? ids : ids.filter((id) => prompting.includes(id)),
    );
  }, [connections]);
  return {
    isDismissed: (id) => dismissed.includes(id),
    dismiss: (id) => setDismissed((ids) => [...ids, id]),
  };
}

function isPrompting({ state }: Connection): boolean {
  return state.status === 'needs-sign-in' && state.severity === 'soft';
}
