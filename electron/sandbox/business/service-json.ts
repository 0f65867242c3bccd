/**
 * A service as the wire has it (freshbooks-api.md §4, §5): within a project without
 * `project_default`, in the business's own list with it.
 */
import type { ServiceRecord } from '../state/sample-books.ts';

export function serviceJson(service: ServiceRecord): object {
  return {
    business_id: service.businessId,
    id: service.id,
    name: service.name,
    billable: service.billable,
    vis_state: 0,
  };
}

export function listedServiceJson(service: ServiceRecord): object {
  return { ...serviceJson(service), project_default: service.projectDefault };
}

/** `rate` is text without a currency. */
export function serviceRateJson(service: ServiceRecord): object {
  return { business_id: service.businessId, service_id: service.id, rate: service.rate };
}
