// Favourites a person has pinned, as one unit each: client, project, service and billable.
import type { Catalog } from '../../shared/books.ts';
import type { BusinessId } from '../../shared/ids.ts';
import type { Suggestion } from '../../shared/quick-add/suggestion.ts';
import type { Pin } from '../../shared/settings.ts';

/** As many as the settings hold. */
export const MOST_PINS = 50;

type PinnedIds = Pick<Suggestion, 'clientId' | 'projectId' | 'serviceId' | 'billable'>;

/** What makes two the same work, whatever was noted with it and whether it is billed. */
interface SameWork {
  readonly clientId: number | null;
  readonly projectId: number | null;
  readonly serviceId: number | null;
}

export function isSameWork(one: SameWork, other: SameWork): boolean {
  return (
    one.projectId === other.projectId &&
    one.serviceId === other.serviceId &&
    // A project settles its client, which not every entry names.
    (one.projectId !== null || one.clientId === other.clientId)
  );
}

/** Billable as FreshBooks would take it, where nobody said. */
export function pinOf(businessId: BusinessId, work: PinnedIds): Pin {
  const { clientId, projectId, serviceId, billable } = work;
  return { businessId, clientId, projectId, serviceId, billable: billable ?? true };
}

/** The pins of a business whose client, project and service are all still active, in their order. */
export function pinnedWork(
  pins: readonly Pin[],
  businessId: BusinessId,
  catalog: Catalog,
): readonly Suggestion[] {
  return pins
    .filter((pin) => pin.businessId === businessId)
    .flatMap((pin) => {
      const client = catalog.clients.find(({ id }) => id === pin.clientId);
      const project = catalog.projects.find(({ id }) => id === pin.projectId);
      const service = catalog.services.find(({ id }) => id === pin.serviceId);
      const isWhole =
        (client || pin.clientId === null) &&
        (project || pin.projectId === null) &&
        (service || pin.serviceId === null);
      if (!isWhole) return [];
      return {
        clientId: client?.id ?? null,
        projectId: project?.id ?? null,
        serviceId: service?.id ?? null,
        billable: pin.billable,
        clientName: client?.name ?? null,
        projectTitle: project?.title ?? null,
        serviceName: service?.name ?? null,
        lastUsedAtMs: null,
      };
    });
}

/** @returns the pins with this one added in front, or without it where it was pinned already */
export function withPinTurned(pins: readonly Pin[], pin: Pin): Pin[] {
  const others = pins.filter(
    (each) => each.businessId !== pin.businessId || !isSameWork(each, pin),
  );
  return others.length < pins.length ? others : [pin, ...pins].slice(0, MOST_PINS);
}
