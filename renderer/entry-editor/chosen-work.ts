// What choosing another project or client settles in the fields below it: what is not done on a
// project is not kept for it, and what cannot be billed on one can be on the next.
import type { Catalog } from '../../shared/books.ts';
import { onlyService, serviceChoices, type WorkChoice } from './choices.ts';
import type { EntryDraft } from './entry-draft.ts';

type Settled = Pick<EntryDraft, 'workKey' | 'serviceKey' | 'billable'>;

/**
 * @param draft as it is before
 * @param works what the entry is on, what was chosen until now, and what is chosen instead; null for
 *   none
 */
export function settledBy(
  draft: EntryDraft,
  { own, from, to }: Readonly<Record<'own' | 'from' | 'to', WorkChoice | null>>,
  catalog: Pick<Catalog, 'projects' | 'services'>,
): Settled {
  const { services } = catalog;
  const isKept = serviceChoices(services, to).some(({ key }) => key === draft.serviceKey);
  const serviceKey = onlyService(services, to)?.key ?? (isKept ? draft.serviceKey : null);
  const service = services.find(({ id }) => `service:${id}` === serviceKey);
  // Time that was logged as internal says nothing of billing it. Other time said so before, and an
  // internal project that was chosen in between takes nothing back.
  const isFromInternal = isInternal(own, catalog) && isInternal(from, catalog);
  const isBillableAnew = isFromInternal && !isInternal(to, catalog);
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
