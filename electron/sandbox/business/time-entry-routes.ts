/**
 * Time entries: list, one, create, replace, delete (freshbooks-api.md §6). There is no idempotency
 * key, so a create sent twice is two entries; that is what clients must be tested against.
 */
import { type Context, Hono } from 'hono';
import { requireScope } from '../oauth/bearer.ts';
import type { SandboxEnv, SandboxWorld } from '../sandbox-world.ts';
import type { BusinessRecord, TimeEntryRecord } from '../state/sample-books.ts';
import { localText } from '../wall-time.ts';
import { businessOf } from './business-door.ts';
import { businessScopeMissing, resourceNotFound, validationFailed } from './business-errors.ts';
import { pageWithMeta } from './business-page.ts';
import { readTimeEntry, type WritableTimeEntry } from './time-entry-body.ts';
import { timeEntryJson } from './time-entry-json.ts';
import { loggedTotals, refusedQueryFields, selectTimeEntries } from './time-entry-list.ts';
import { unknownReferences } from './time-entry-references.ts';

export function timeEntryRoutes(world: SandboxWorld): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const mayRead = requireScope(world, 'user:time_entries:read', businessScopeMissing);
  const mayWrite = requireScope(world, 'user:time_entries:write', businessScopeMissing);
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
      time_entries: rows.map(timeEntryJson),
    });
  });

  routes.get('/:businessId/time_entries/:id', mayRead, (c) => {
    // A deleted entry stays readable by its id, with `active: false`.
    const entry = entryOf(c);
    return entry ? c.json({ time_entry: timeEntryJson(entry) }) : resourceNotFound(c);
  });

  routes.post('/:businessId/time_entries', mayWrite, async (c) => {
    const business = businessOf(world, c);
    if (!business) return resourceNotFound(c);
    const writable = await readWritable(c, business);
    if (writable instanceof Response) return writable;
    const highest = books.timeEntries.reduce((id, entry) => Math.max(id, entry.id), 91_200_000);
    const entry: TimeEntryRecord = {
      ...filledIn(writable, business),
      id: highest + 1,
      businessId: business.id,
      createdAtMs: world.clock(),
      updatedAtMs: world.clock(),
    };
    books.timeEntries.push(entry);
    await world.save();
    return c.json({ time_entry: timeEntryJson(entry) });
  });

  routes.put('/:businessId/time_entries/:id', mayWrite, async (c) => {
    const business = businessOf(world, c);
    const entry = entryOf(c);
    if (!business || !entry?.active) return resourceNotFound(c);
    const writable = await readWritable(c, business);
    if (writable instanceof Response) return writable;
    Object.assign(entry, filledIn(writable, business), { updatedAtMs: world.clock() });
    await world.save();
    return c.json({ time_entry: timeEntryJson(entry) });
  });

  routes.delete('/:businessId/time_entries/:id', mayWrite, async (c) => {
    const entry = entryOf(c);
    if (!entry?.active) return resourceNotFound(c);
    entry.active = false;
    entry.updatedAtMs = world.clock();
    await world.save();
    return c.body(null, 204);
  });

  return routes;

  function entryOf(c: Context<SandboxEnv>): TimeEntryRecord | undefined {
    const business = businessOf(world, c);
    return books.timeEntries.find(
      (entry) => entry.businessId === business?.id && String(entry.id) === c.req.param('id'),
    );
  }

  async function readWritable(
    c: Context<SandboxEnv>,
    business: BusinessRecord,
  ): Promise<WritableTimeEntry | Response> {
    const body: unknown = await c.req.json().catch(() => null);
    const read = readTimeEntry(body);
    if (read.kind === 'refused') return validationFailed(c, read.fields);
    const unknown = unknownReferences(read.entry, business, books);
    return Object.keys(unknown).length > 0 ? validationFailed(c, unknown) : read.entry;
  }

  /** The caller and the business's zone stand in for what the body left out. */
  function filledIn(writable: WritableTimeEntry, business: BusinessRecord) {
    const localTimeZone = writable.localTimeZone ?? business.timeZone;
    return {
      ...writable,
      identityId: writable.identityId ?? books.identity.id,
      localTimeZone,
      localStartedAt: writable.localStartedAt ?? localText(writable.startedAtMs, localTimeZone),
    };
  }
}
