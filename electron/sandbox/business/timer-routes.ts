/**
 * Running timers: list, log, discard (freshbooks-api.md §6.3). Undocumented at FreshBooks, and seen
 * under two roots: `/timetracking` in 2018, `/comments` in 2026.
 */
import { type Context, Hono } from 'hono';
import { requireScope } from '../oauth/bearer.ts';
import type { SandboxEnv, SandboxWorld } from '../sandbox-world.ts';
import { businessOf } from './business-door.ts';
import { businessScopeMissing, resourceNotFound, validationFailed } from './business-errors.ts';
import { segmentJson, timeEntryJson } from './time-entry-json.ts';
import { unknownReferences } from './time-entry-references.ts';
import { readTimerLog } from './timer-body.ts';
import {
  discardSegments,
  filledIn,
  isRunning,
  logTimer,
  type TimerRecord,
  timersOf,
} from './timer-book.ts';

export function timerRoutes(world: SandboxWorld): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const mayRead = requireScope(world, 'user:time_entries:read', businessScopeMissing);
  const mayWrite = requireScope(world, 'user:time_entries:write', businessScopeMissing);
  const { books } = world.state;

  routes.get('/:businessId/timers', mayRead, (c) => {
    const business = businessOf(world, c);
    if (!business) return resourceNotFound(c);
    return c.json({ timers: timersOf(books, business.id).map(timerJson) });
  });

  routes.put('/:businessId/timers/:id', mayWrite, async (c) => {
    const business = businessOf(world, c);
    const timer = timerOf(c);
    if (!business || !timer) return resourceNotFound(c);
    const body: unknown = await c.req.json().catch(() => null);
    const read = readTimerLog(body, timer);
    if (read.kind === 'refused') return validationFailed(c, read.fields);
    for (const [, segment] of read.segments) {
      const unknown = unknownReferences(segment, business, books);
      if (Object.keys(unknown).length > 0) return validationFailed(c, unknown);
    }
    for (const [segment, sent] of read.segments) {
      Object.assign(segment, filledIn({ ...sent, isLogged: false }, business, books));
    }
    const entry = logTimer(books, timer, world.timerHabits, world.clock());
    await world.save();
    const logged = timeEntryJson(entry, books);
    return c.json(
      world.timerHabits.answer === 'time_entry'
        ? { time_entry: logged }
        : { timer: { id: timer.id, is_running: false, time_entries: [logged] } },
    );
  });

  routes.delete('/:businessId/timers/:id', mayWrite, async (c) => {
    const timer = timerOf(c);
    if (!timer) return resourceNotFound(c);
    discardSegments(timer.segments, world.clock());
    await world.save();
    return c.body(null, 204);
  });

  return routes;

  function timerOf(c: Context<SandboxEnv>): TimerRecord | undefined {
    const business = businessOf(world, c);
    const timers = business ? timersOf(books, business.id) : [];
    return timers.find(({ id }) => String(id) === c.req.param('id'));
  }
}

function timerJson(timer: TimerRecord): object {
  return {
    id: timer.id,
    is_running: isRunning(timer),
    time_entries: timer.segments.map(segmentJson),
  };
}
