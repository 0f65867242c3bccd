// What was used lately is asked first.
import type { Named } from '../names/named.ts';
import type { Combination } from '../reading.ts';

/** More is a list, not a question. */
const MOST_CHOICES = 9;

const places = new WeakMap<readonly Combination[], ReadonlyMap<string, number>>();

/** @param recent newest first */
export function likeliestFirst(
  names: readonly Named[],
  recent: readonly Combination[],
): readonly Named[] {
  const known = placesIn(recent);
  const place = ({ kind, of }: Named) => known.get(`${kind} ${of.id}`) ?? recent.length;
  return names
    .map((named) => ({ named, place: place(named) }))
    .sort((a, b) => a.place - b.place || (a.named.name < b.named.name ? -1 : 1))
    .slice(0, MOST_CHOICES)
    .map(({ named }) => named);
}

/** How lately each client, project and service was used; 0 is last. */
function placesIn(recent: readonly Combination[]): ReadonlyMap<string, number> {
  const made = places.get(recent);
  if (made) return made;
  const known = new Map<string, number>();
  for (const [place, { clientId, projectId, serviceId }] of recent.entries())
    for (const key of [`client ${clientId}`, `project ${projectId}`, `service ${serviceId}`])
      if (!known.has(key)) known.set(key, place);
  places.set(recent, known);
  return known;
}
