// Which services can be logged on a project.
import type { Project, Service } from './books.ts';

/** A project without a list takes any service. */
export function isUsableOn(
  service: Pick<Service, 'id'>,
  { serviceIds }: Pick<Project, 'serviceIds'>,
): boolean {
  return serviceIds.length === 0 || serviceIds.includes(service.id);
}
