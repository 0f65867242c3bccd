/**
 * An entry may name a client, a project and a service; each must exist where the entry is logged.
 */
import type { BusinessRecord, SampleBooks } from '../state/sample-books.ts';
import type { WritableTimeEntry } from './time-entry-body.ts';

/** Refused fields with reasons; empty when everything named exists. The wording is our own. */
export function unknownReferences(
  entry: WritableTimeEntry,
  business: BusinessRecord,
  books: SampleBooks,
): Record<string, string> {
  const refused: Record<string, string> = {};
  const { clientId, projectId, serviceId } = entry;
  const inBusiness = (id: number) => (row: { id: number; businessId: number }) =>
    row.id === id && row.businessId === business.id;
  if (projectId !== null && !books.projects.some(inBusiness(projectId))) {
    refused.project_id = 'Project not found';
  }
  if (serviceId !== null && !books.services.some(inBusiness(serviceId))) {
    refused.service_id = 'Service not found';
  }
  // Without an accounting account the business's clients are not ours to know.
  const isUnknownClient =
    clientId !== null &&
    business.accountId !== null &&
    !books.clients.some((client) => client.id === clientId);
  if (isUnknownClient) refused.client_id = 'Client not found';
  return refused;
}
