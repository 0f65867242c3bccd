// Whose lists are shown: what is typed about one business must not turn up in another.
import { useSlice } from './use-snapshot.ts';

/** @returns a text that differs for every login and business */
export function useShownOwner(): string {
  const { active } = useSlice('connection');
  const { chosen } = useSlice('businesses');
  return `${active}/${chosen}`;
}
