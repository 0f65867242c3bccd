// Signing a login out, and what is then left of it. Lives longer than the login does.
import { useState } from 'react';
import type { Connection } from '../../../shared/snapshot.ts';
import { partingWords } from '../../parts/parting-words.ts';
import { useCommand } from '../../snapshot/use-command.ts';

export function useParting() {
  const signOut = useCommand('connection.sign-out');
  const [words, setWords] = useState<string | null>(null);
  return {
    words,
    dismiss: () => setWords(null),
    underWay: signOut.underWay,
    error: signOut.error,
    async signOut({ id, identity }: Connection) {
      setWords(null);
      const answer = await signOut.send({ connectionId: id });
      if (answer?.ok) setWords(partingWords(identity.name, answer.value, Date.now()));
    },
  };
}

export type Parting = ReturnType<typeof useParting>;
