// Who the time may be for so far: for each kind the names still possible, all in agreement.
import { isUsableOn } from '../../usable-on.ts';
import type { Named, NamedKind } from '../names/named.ts';

export type WhoState = { readonly [kind in NamedKind]: readonly Named[] | null };

export const NOBODY: WhoState = { client: null, project: null, service: null };

/** Whether both can be said of one entry: a project has one client and some services. */
export function agree(one: Named, other: Named): boolean {
  if (one.kind === 'project' && other.kind === 'client') return one.of.clientId === other.of.id;
  if (one.kind === 'client' && other.kind === 'project') return other.of.clientId === one.of.id;
  if (one.kind === 'project' && other.kind === 'service') return isUsableOn(other.of, one.of);
  if (one.kind === 'service' && other.kind === 'project') return isUsableOn(one.of, other.of);
  return true;
}

/** Those of the candidates that agree with what is known. */
export function agreeing<Candidate extends { readonly named: Named }>(
  candidates: readonly Candidate[],
  state: WhoState,
): readonly Candidate[] {
  return candidates.length === 0 ? candidates : candidates.filter(agreementWith(state));
}

type Agreement = (candidate: { readonly named: Named }) => boolean;

const agreements = new WeakMap<WhoState, Agreement>();

/** Prepared once for a state: hundreds of names are held against it, and it may be hundreds itself. */
function agreementWith(state: WhoState): Agreement {
  const known = agreements.get(state);
  if (known) return known;
  const clients = state.client && new Set(state.client.map(({ of }) => of.id as number));
  const projects = state.project?.flatMap((named) => (named.kind === 'project' ? [named.of] : []));
  const clientsOfProjects = projects && new Set(projects.map(({ clientId }) => clientId as number));
  const takesAny = projects?.some(({ serviceIds }) => serviceIds.length === 0) ?? true;
  const usable =
    projects && new Set(projects.flatMap(({ serviceIds }) => serviceIds as readonly number[]));
  const services = state.service && new Set(state.service.map(({ of }) => of.id as number));
  const agreement: Agreement = ({ named }) => {
    if (state[named.kind]?.includes(named) === false) return false;
    if (named.kind === 'client') return clientsOfProjects?.has(named.of.id) ?? true;
    if (named.kind === 'service') return takesAny || usable?.has(named.of.id) === true;
    const { clientId, serviceIds } = named.of;
    if (clients && (clientId === null || !clients.has(clientId))) return false;
    return !services || serviceIds.length === 0 || serviceIds.some((id) => services.has(id));
  };
  agreements.set(state, agreement);
  return agreement;
}

/** What is known once one kind has been said; the other kinds keep what agrees with it. */
export function narrowed(state: WhoState, kind: NamedKind, to: readonly Named[]): WhoState {
  const said: WhoState = { ...NOBODY, [kind]: to };
  const keep = (known: readonly Named[] | null) => {
    const agreed = known?.filter((named) => agreementWith(said)({ named })) ?? null;
    // A service that is not used on the project: both stay, to be asked about.
    return agreed?.length === 0 ? known : agreed;
  };
  return {
    client: kind === 'client' ? to : keep(state.client),
    project: kind === 'project' ? to : keep(state.project),
    service: kind === 'service' ? to : keep(state.service),
  };
}
