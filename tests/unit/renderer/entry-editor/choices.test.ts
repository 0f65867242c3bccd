import { describe, expect, it } from 'vitest';
import {
  choiceText,
  matchingChoices,
  onlyService,
  serviceChoices,
  workChoices,
} from '../../../../renderer/entry-editor/choices.ts';
import type { Catalog } from '../../../../shared/books.ts';
import type { ClientId, ProjectId, ServiceId } from '../../../../shared/ids.ts';

const DESIGN = 1 as ServiceId;
const CODE = 2 as ServiceId;
const GONE = 9 as ServiceId;

const CATALOG: Catalog = {
  clients: [
    { id: 2 as ClientId, name: 'Zebra Café' },
    { id: 1 as ClientId, name: 'Acme Labs' },
  ],
  projects: [
    project(12, 'Website', 2, [DESIGN, CODE]),
    project(11, 'API rebuild', 1, [CODE]),
    { ...project(13, 'Admin', null, []), internal: true },
    project(14, 'Old shop', 7, [GONE]),
  ],
  services: [
    { id: DESIGN, name: 'Design', billable: true },
    { id: CODE, name: 'Development', billable: false },
  ],
};

function project(id: number, title: string, client: number | null, serviceIds: ServiceId[]) {
  return {
    id: id as ProjectId,
    title,
    clientId: client as ClientId | null,
    internal: false,
    serviceIds,
  };
}

const works = workChoices(CATALOG);
const work = (name: string) => works.find((choice) => choice.name === name) ?? null;
const found = (typed: string) => matchingChoices(works, typed).map(({ name }) => name);

describe('what time can be logged on', () => {
  it('lists projects with their client, then clients, each by name', () => {
    expect(works.map(choiceText)).toEqual([
      'Admin – internal',
      'API rebuild – Acme Labs',
      'Old shop – project',
      'Website – Zebra Café',
      'Acme Labs – client',
      'Zebra Café – client',
    ]);
  });

  it('sends the client of a project along, and no project for a client', () => {
    expect(work('API rebuild')).toMatchObject({ projectId: 11, clientId: 1 });
    expect(work('Acme Labs')).toMatchObject({ projectId: null, clientId: 1 });
  });
});

describe('typing into the list', () => {
  it('finds words by how they begin, in any order', () => {
    expect(found('acme api')).toEqual(['API rebuild']);
    expect(found('reb ac')).toEqual(['API rebuild']);
  });

  it('does not find the middle of a word', () => {
    expect(found('build')).toEqual([]);
  });

  it('puts names that begin with what was typed before the rest', () => {
    expect(found('ac')).toEqual(['Acme Labs', 'API rebuild']);
  });

  it('ignores accents, case and signs', () => {
    expect(found('CAFE')).toEqual(['Website', 'Zebra Café']);
    expect(found(' api – ')).toEqual(['API rebuild']);
  });

  it('keeps everything while nothing was typed', () => {
    expect(found('  ')).toHaveLength(works.length);
  });
});

describe('services', () => {
  const names = (chosen: string) =>
    serviceChoices(CATALOG.services, work(chosen)).map(({ name }) => name);

  it('are the project’s own when it lists any', () => {
    expect(names('API rebuild')).toEqual(['Development']);
  });

  it('are all of them for a project that lists none, or only archived ones', () => {
    expect(names('Admin')).toEqual(['Design', 'Development']);
    expect(names('Old shop')).toEqual(['Design', 'Development']);
  });

  it('choose themselves when there is only one', () => {
    expect(onlyService(CATALOG.services, work('API rebuild'))?.name).toBe('Development');
    expect(onlyService(CATALOG.services, work('Website'))).toBeNull();
    expect(onlyService(CATALOG.services, null)).toBeNull();
  });
});
