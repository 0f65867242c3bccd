// What choosing another project or client settles in the fields below it: what is not done on a
// project is not kept for it, and what cannot be billed on one can be on the next.
import type { Catalog } from '../../shared/books.ts';
import { onlyService, serviceChoices, type WorkChoice } from './choices.ts';
import type { EntryDraft } from './entry-draft.ts';

type Settled = Pick<EntryDraft, 'workKey' | 'serviceKey' | 'billable'>;

/**
 * @param draft as it is before
 * @param from the work it is on
 * @param to the work that was chosen; null for none
 */
export function settledBy(
  draft: EntryDraft,
  from: WorkChoice | null,
  to: WorkChoice | null,
  catalog: Pick<Catalog, 'projects' | 'services'>,
): Settled {
  const { services } = catalog;
  const isKept = serviceChoices(services, to).some(({ key }) => key === draft.serviceKey);
  const serviceKey = onlyService(services, to)?.key ?? (isKept ? draft.serviceKey : null);
  const service = services.find(({ id }) => `service:${id}` === serviceKey);
  // Internal time is never billable, whatever would be said of it for somebody else.
  const isBillableAnew = isInternal(from, catalog) && !isInternal(to, catalog);
  const isServiceAnew = serviceKey !== null && serviceKey !== draft.serviceKey;
  const billable = isBillableAnew || isServiceAnew ? (service?.billable ?? true) : draft.billable;
  return { workKey: to?.key ?? null, serviceKey, billable };
}

export function isInternal(
  work: WorkChoice | null,
  { projects }: Pick<Catalog, 'projects'>,
): boolean {
  return projects.some(({ id, internal }) => internal && id === work?.projectId);
}
