/**
 * A project as the wire has it (freshbooks-api.md §4).
 */
import type { ProjectRecord, SampleBooks } from '../state/sample-books.ts';
import { projectText } from '../wall-time.ts';
import { serviceJson } from './service-json.ts';

export function projectJson(project: ProjectRecord, books: SampleBooks): object {
  return {
    id: project.id,
    title: project.title,
    description: null,
    client_id: project.clientId,
    internal: project.internal,
    active: project.active,
    complete: project.complete,
    sample: false,
    due_date: project.dueDate,
    budget: null,
    fixed_price: project.fixedPrice,
    rate: project.rate,
    billing_method: project.billingMethod,
    project_type: project.projectType,
    project_manager_id: null,
    logged_duration: null,
    billed_amount: '0.00',
    billed_status: 'unbilled',
    retainer_id: null,
    expense_markup: '0',
    group_id: groupId(project),
    services: books.services
      .filter((service) => project.serviceIds.includes(service.id))
      .map(serviceJson),
    created_at: projectText(project.createdAtMs),
    updated_at: projectText(project.updatedAtMs),
  };
}

/** The answer for one project: its group spelled out, and what the caller may do with it. */
export function singleProjectJson(project: ProjectRecord, books: SampleBooks): object {
  const { identity } = books;
  const { group_id: id, ...rest } = { group_id: groupId(project), ...projectJson(project, books) };
  const member = {
    id: id * 10 + 1,
    identity_id: identity.id,
    role: 'owner',
    first_name: identity.firstName,
    last_name: identity.lastName,
    email: identity.email,
    company: null,
    active: true,
  };
  return {
    project: { ...rest, group: { id, members: [member], pending_invitations: [] } },
    abilities: [{ name: 'can_track_time', value: project.active && !project.complete }],
  };
}

function groupId(project: ProjectRecord): number {
  return project.id - 6_239_873;
}
