// What was used lately is asked first.
import type { Named } from '../names/named.ts';
import type { Combination } from '../reading.ts';

/** More is a list, not a question. */
const MOST_CHOICES = 9;

/** @param recent newest first */
export function likeliestFirst(
  names: readonly Named[],
  recent: readonly Combination[],
): readonly Named[] {
  const place = (named: Named) => {
    const at = recent.findIndex((used) => idIn(used, named) === named.of.id);
    return at === -1 ? recent.length : at;
  };
  return names
    .map((named) => ({ named, place: place(named) }))
    .sort((a, b) => a.place - b.place || (a.named.name < b.named.name ? -1 : 1))
    .slice(0, MOST_CHOICES)
    .map(({ named }) => named);
}

function idIn(used: Combination, { kind }: Named): number | null {
  if (kind === 'client') return used.clientId;
  return kind === 'project' ? used.projectId : used.serviceId;
}
