import { describe, expect, it } from 'vitest';
import { createFreshBooks } from '../../../../electron/freshbooks/freshbooks-books.ts';
import type { Business } from '../../../../shared/books.ts';
import { failed } from '../../../../shared/result.ts';
import {
  accountingPage,
  clientJson,
  flatPage,
  projectJson,
  serviceJson,
} from '../../../support/freshbooks-answers.ts';
import { answeringFetch, json, silence } from '../../../support/scripted-fetch.ts';
import { business, scriptedTokens, scriptedWorld } from '../../../support/scripted-freshbooks.ts';

type Members = Readonly<Record<string, unknown>>;

interface Lists {
  readonly clients?: readonly Members[] | Response;
  readonly projects?: readonly Members[] | Response;
  readonly services?: readonly Members[] | Response;
}

function freshBooksWith(
  { clients = [], projects = [], services = [] }: Lists,
  granted: readonly string[] = [],
) {
  const network = answeringFetch(({ url }) => {
    if (url.pathname.endsWith('/users/clients')) {
      return clients instanceof Response ? clients : json(accountingPage('clients', clients));
    }
    if (url.pathname.endsWith('/projects')) {
      return projects instanceof Response ? projects : json(flatPage('projects', projects));
    }
    return services instanceof Response ? services : json(flatPage('services', services));
  });
  const tokens = { ...scriptedTokens(), grantedScopes: () => granted };
  return { books: createFreshBooks(scriptedWorld(network, { tokens })), sent: network.sent };
}

async function catalog(lists: Lists, of: Business = business()) {
  const read = await freshBooksWith(lists).books.catalog(of);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

describe('the catalog', () => {
  it('has clients, projects with their services, and services', async () => {
    const lists = {
      clients: [clientJson()],
      projects: [projectJson()],
      services: [serviceJson(), serviceJson({ id: 4810023, name: 'Admin', billable: false })],
    };
    expect(await catalog(lists)).toEqual({
      clients: [{ id: 30411, name: 'Northgate Dental', currency: 'CAD' }],
      projects: [
        {
          id: 7004518,
          title: 'Clinic website',
          clientId: 30411,
          internal: false,
          serviceIds: [4810022],
        },
      ],
      services: [
        { id: 4810022, name: 'Design', billable: true },
        { id: 4810023, name: 'Admin', billable: false },
      ],
    });
  });

  it('asks each list where it lives', async () => {
    const { books, sent } = freshBooksWith({});
    await books.catalog(business());
    expect(sent.map(({ url }) => url.pathname).sort()).toEqual([
      '/accounting/account/q7RtZ2/users/clients',
      '/comments/business/5120447/services',
      '/projects/business/5120447/projects',
    ]);
    expect(sent.every(({ url }) => url.searchParams.get('per_page') === '100')).toBe(true);
  });

  it('leaves out what is deleted, archived, closed or complete', async () => {
    const lists = {
      clients: [clientJson({ vis_state: 1 }), clientJson({ id: 2, vis_state: 2 })],
      projects: [
        projectJson({ active: false }),
        projectJson({ id: 2, complete: true }),
        projectJson({ id: 3, services: [serviceJson({ vis_state: 1 })] }),
      ],
      services: [serviceJson({ vis_state: 1 }), serviceJson({ id: 5, name: 'Left' })],
    };
    const { clients, projects, services } = await catalog(lists);
    expect(clients).toEqual([]);
    expect(projects).toMatchObject([{ id: 3, serviceIds: [] }]);
    expect(services).toMatchObject([{ name: 'Left' }]);
  });

  it.each([
    [{ services: null }, { serviceIds: [] }],
    [{ services: undefined }, { serviceIds: [] }],
    [
      { client_id: null, internal: true },
      { clientId: null, internal: true },
    ],
    [{ internal: undefined, complete: undefined, active: undefined }, { internal: false }],
    [{ title: null }, { title: 'Project 7004518' }],
  ])('takes a project with %j', async (changes, expected) => {
    expect((await catalog({ projects: [projectJson(changes)] })).projects).toMatchObject([
      expected,
    ]);
  });

  it.each([
    [{ organization: '' }, 'Ines Varga'],
    [{ organization: null, fname: null, lname: null }, 'ines@northgate.example'],
  ])('names a client by what is there: %j', async (changes, name) => {
    expect((await catalog({ clients: [clientJson(changes)] })).clients).toMatchObject([{ name }]);
  });

  it('falls back to the services of the projects when the list of services is empty', async () => {
    const projects = [
      projectJson({ id: 1, services: [serviceJson(), serviceJson({ id: 7, name: 'Research' })] }),
      projectJson({ id: 2, services: [serviceJson()] }),
    ];
    const { services } = await catalog({ projects });
    expect(services.map(({ name }) => name)).toEqual(['Design', 'Research']);
  });

  it.each([null, '', 'Canadian dollars', undefined])(
    'has a client whose currency is told as %j without one',
    async (told) => {
      const { clients } = await catalog({ clients: [clientJson({ currency_code: told })] });
      expect(clients).toEqual([{ id: 30411, name: 'Northgate Dental' }]);
    },
  );

  it('has no clients in a business without accounting, and does not ask for any', async () => {
    const { books, sent } = freshBooksWith({ projects: [projectJson()] });
    const read = await books.catalog(business({ accountId: null }));
    expect(read).toMatchObject({ value: { clients: [], projects: [{ id: 7004518 }] } });
    expect(sent.filter(({ url }) => url.pathname.startsWith('/accounting'))).toEqual([]);
  });

  it.each([
    ['clients', 'user:clients:read', ['projects', 'services']],
    ['projects', 'user:projects:read', ['clients', 'services']],
    ['services', 'user:billable_items:read', ['clients', 'projects']],
  ] as const)(
    'names the scope it lacks for %s, and reads the others',
    async (list, scope, others) => {
      const rows = {
        clients: [clientJson()],
        projects: [projectJson()],
        services: [serviceJson()],
      };
      const read = await freshBooksWith({ ...rows, [list]: json({}, 403) }).books.catalog(
        business(),
      );
      expect(read).toMatchObject({ ok: true, value: { missing: [scope] } });
      if (!read.ok) return;
      for (const other of others) expect(read.value[other]).toHaveLength(1);
    },
  );

  it('says nothing of missing scopes when none is', async () => {
    const read = await freshBooksWith({}).books.catalog(business());
    expect(read.ok && 'missing' in read.value).toBe(false);
  });

  it('has no clients for a person who may not see any, whatever their role is called', async () => {
    const network = freshBooksWith({ clients: json({}, 403), projects: [projectJson()] }, [
      'user:clients:read',
    ]);
    expect(await network.books.catalog(business({ role: 'Angestellte' }))).toMatchObject({
      value: { clients: [], projects: [{ id: 7004518 }] },
    });
  });

  it('can be called off', async () => {
    const network = answeringFetch(silence);
    const abort = new AbortController();
    const read = createFreshBooks(scriptedWorld(network)).catalog(business(), abort.signal);
    await new Promise((resolve) => setImmediate(resolve));
    abort.abort();
    expect(await read).toEqual(failed({ code: 'cancelled', by: 'person' }));
    expect(network.sent.every(({ signal }) => signal?.aborted)).toBe(true);
  });
});
