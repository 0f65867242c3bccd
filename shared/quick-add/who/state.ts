// Who the time may be for so far: for each kind the names still possible, all in agreement.
import type { Project, Service } from '../../books.ts';
import type { Named, NamedKind } from '../names/named.ts';

export type WhoState = { readonly [kind in NamedKind]: readonly Named[] | null };

export const NOBODY: WhoState = { client: null, project: null, service: null };

/** A project without a list takes any service. */
export function isUsableOn(service: Pick<Service, 'id'>, project: Project): boolean {
  return project.serviceIds.length === 0 || project.serviceIds.includes(service.id);
}

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
  return candidates.filter(({ named }) =>
    (['client', 'project', 'service'] as const).every((kind) => {
      const known = state[kind];
      if (known === null) return true;
      if (kind === named.kind) return known.includes(named);
      return known.some((other) => agree(named, other));
    }),
  );
}

/** What is known once one kind has been said; the other kinds keep what agrees with it. */
export function narrowed(state: WhoState, kind: NamedKind, to: readonly Named[]): WhoState {
  const keep = (known: readonly Named[] | null) =>
    known?.filter((one) => to.some((other) => agree(one, other))) ?? null;
  return {
    client: kind === 'client' ? to : keep(state.client),
    project: kind === 'project' ? to : keep(state.project),
    service: kind === 'service' ? to : keep(state.service),
  };
}
