/**
 * Time entries: list, one, create, replace, delete (freshbooks-api.md §6). There is no idempotency
 * key, so a create sent twice is two entries; that is what clients must be tested against.
 */
import { type Context, Hono } from 'hono';
import { requireScope } from '../oauth/bearer.ts';
import type { SandboxEnv, SandboxWorld } from '../sandbox-world.ts';
import type { BusinessRecord, TimeEntryRecord } from '../state/sample-books.ts';
import { businessOf } from './business-door.ts';
import { businessScopeMissing, resourceNotFound, validationFailed } from './business-errors.ts';
import { pageWithMeta } from './business-page.ts';
import { type AskedTimer, readTimeEntry, type WritableTimeEntry } from './time-entry-body.ts';
import { timeEntryJson } from './time-entry-json.ts';
import { loggedTotals, refusedQueryFields, selectTimeEntries } from './time-entry-list.ts';
import { unknownReferences } from './time-entry-references.ts';
import { addEntry, filledIn, newTimerId, timersOf } from './timer-book.ts';

export function timeEntryRoutes(world: SandboxWorld): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const mayRead = requireScope(world, 'user:time_entries:read', businessScopeMissing);
  const { books } = world.state;

  routes.get('/:businessId/time_entries', mayRead, (c) => {
    const business = businessOf(world, c);
    if (!business) return resourceNotFound(c);
    const query = c.req.query();
    const refused = refusedQueryFields(query);
    if (Object.keys(refused).length > 0) return validationFailed(c, refused);
    const ofBusiness = books.timeEntries.filter((entry) => entry.businessId === business.id);
    const caller = { identityId: books.identity.id, role: business.role };
    const selected = selectTimeEntries(ofBusiness, query, caller);
    const { rows, meta } = pageWithMeta(selected, query, 'all');
    return c.json({
      meta: { ...meta, ...loggedTotals(selected) },
      time_entries: rows.map((entry) => timeEntryJson(entry, books)),
    });
  });

  routes.get('/:businessId/time_entries/:id', mayRead, (c) => {
    // A deleted entry stays readable by its id, with `active: false`.
    const entry = entryOf(world, c);
    return entry ? c.json({ time_entry: timeEntryJson(entry, books) }) : resourceNotFound(c);
  });

  return routes;
}

/** Also under `/comments`, where the web app's timers begin (freshbooks-api.md §6.3). */
export function timeEntryWriteRoutes(world: SandboxWorld): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const mayWrite = requireScope(world, 'user:time_entries:write', businessScopeMissing);
  const { books } = world.state;

  routes.post('/:businessId/time_entries', mayWrite, async (c) => {
    const business = businessOf(world, c);
    if (!business) return resourceNotFound(c);
    const read = await readBody(c, business);
    if (read instanceof Response) return read;
    // Without `timer` too: an entry that is not logged is a timer's first segment.
    const asked = read.timer === 'none' ? 'new' : read.timer;
    const timerId = read.entry.isLogged ? null : timerNamed(asked, business);
    if (timerId === undefined) return validationFailed(c, { timer: 'Timer not found' });
    const entry = addEntry(books, business, read.entry, { timerId, nowMs: world.clock() });
    await world.save();
    return c.json({ time_entry: timeEntryJson(entry, books) });
  });

  routes.put('/:businessId/time_entries/:id', mayWrite, async (c) => {
    const business = businessOf(world, c);
    const entry = entryOf(world, c);
    if (!business || !entry?.active) return resourceNotFound(c);
    const read = await readBody(c, business);
    if (read instanceof Response) return read;
    const timerId = read.entry.isLogged ? entry.timerId : timerNamed(read.timer, business);
    if (timerId === undefined) return validationFailed(c, { timer: 'Timer not found' });
    const replaced = filledIn(read.entry, business, books);
    Object.assign(entry, replaced, { timerId, updatedAtMs: world.clock() });
    await world.save();
    return c.json({ time_entry: timeEntryJson(entry, books) });
  });

  routes.delete('/:businessId/time_entries/:id', mayWrite, async (c) => {
    const entry = entryOf(world, c);
    if (!entry?.active) return resourceNotFound(c);
    entry.active = false;
    entry.updatedAtMs = world.clock();
    await world.save();
    return c.body(null, 204);
  });

  return routes;

  async function readBody(
    c: Context<SandboxEnv>,
    business: BusinessRecord,
  ): Promise<{ readonly entry: WritableTimeEntry; readonly timer: AskedTimer } | Response> {
    const body: unknown = await c.req.json().catch(() => null);
    const read = readTimeEntry(body);
    if (read.kind === 'refused') return validationFailed(c, read.fields);
    const unknown = unknownReferences(read.entry, business, books);
    return Object.keys(unknown).length > 0 ? validationFailed(c, unknown) : read;
  }

  /** @returns undefined for a timer that is not there */
  function timerNamed(asked: AskedTimer, { id }: BusinessRecord): number | null | undefined {
    if (asked === 'none') return null;
    if (asked === 'new') return newTimerId(books);
    return timersOf(books, id).find((timer) => timer.id === asked)?.id;
  }
}

function entryOf(world: SandboxWorld, c: Context<SandboxEnv>): TimeEntryRecord | undefined {
  const business = businessOf(world, c);
  return world.state.books.timeEntries.find(
    (entry) => entry.businessId === business?.id && String(entry.id) === c.req.param('id'),
  );
}
