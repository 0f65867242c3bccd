// What a person can log time on, and how typing narrows it: every word typed must begin a word
// of the name, in any order, so that "acme api" finds "API rebuild – Acme Labs".
import type { Catalog, Project, Service } from '../../shared/books.ts';
import type { ClientId, ProjectId, ServiceId } from '../../shared/ids.ts';

export interface Choice {
  readonly key: string;
  readonly name: string;
  /** Said beside the name, in grey: the project's client, or what kind of thing this is. */
  readonly detail: string;
}

export interface WorkChoice extends Choice {
  readonly clientId: ClientId | null;
  readonly projectId: ProjectId | null;
  /** Services this project lists; empty means any. */
  readonly serviceIds: readonly ServiceId[];
}

export interface ServiceChoice extends Choice {
  readonly serviceId: ServiceId;
}

/** Projects by name, then clients by name: people bill projects far more often. */
export function workChoices(catalog: Catalog): readonly WorkChoice[] {
  const clientNames = new Map(catalog.clients.map(({ id, name }) => [id, name]));
  const projects = catalog.projects.map((project) => ({
    key: `project:${project.id}`,
    name: project.title,
    detail: projectDetail(project, clientNames),
    clientId: project.clientId,
    projectId: project.id,
    serviceIds: project.serviceIds,
  }));
  const clients = catalog.clients.map(({ id, name }) => ({
    key: `client:${id}`,
    name,
    detail: 'client',
    clientId: id,
    projectId: null,
    serviceIds: [],
  }));
  return [...projects.sort(byName), ...clients.sort(byName)];
}

/** The project's own services when it lists any that are active, every service otherwise. */
export function serviceChoices(
  services: readonly Service[],
  work: WorkChoice | null,
): readonly ServiceChoice[] {
  const listed = services.filter(({ id }) => work?.serviceIds.includes(id));
  return (listed.length > 0 ? listed : services)
    .map(({ id, name, billable }) => ({
      key: `service:${id}`,
      name,
      detail: billable ? '' : 'not billable',
      serviceId: id,
    }))
    .sort(byName);
}

/** Where what was chosen leaves one service: nobody should have to choose from one. */
export function onlyService(
  services: readonly Service[],
  work: WorkChoice | null,
): ServiceChoice | null {
  if (work === null) return null;
  const [first, ...others] = serviceChoices(services, work);
  return first && others.length === 0 ? first : null;
}

/** What the field shows once chosen, and what typing is compared with. */
export function choiceText({ name, detail }: Choice): string {
  return detail ? `${name} – ${detail}` : name;
}

/** Keeps the given order, but those whose name begins with what was typed come first. */
export function matchingChoices<T extends Choice>(
  choices: readonly T[],
  typed: string,
): readonly T[] {
  const wanted = words(typed);
  if (wanted.length === 0) return choices;
  const found = choices.filter((choice) => {
    const own = words(choiceText(choice));
    return wanted.every((word) => own.some((each) => each.startsWith(word)));
  });
  const first = (choice: T) => words(choice.name).join(' ').startsWith(wanted.join(' '));
  return [...found.filter(first), ...found.filter((choice) => !first(choice))];
}

function projectDetail(project: Project, clientNames: ReadonlyMap<ClientId, string>): string {
  if (project.internal) return 'internal';
  return (project.clientId !== null && clientNames.get(project.clientId)) || 'project';
}

function byName(a: Choice, b: Choice): number {
  return a.name.localeCompare(b.name, undefined, { numeric: true });
}

function words(text: string): readonly string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
