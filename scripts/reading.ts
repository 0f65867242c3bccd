/**
 * Prints what a typed line means, as JSON on one line and nothing else.
 *
 *   npm run reading -- --catalog FILE.json [--now 2026-11-12T10:00:00-05:00] "acme api 1.5h yest"
 *
 * A catalog that cannot be read, or a moment that is none, is told on stderr with exit code 2.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readQuickAdd } from '../shared/quick-add/read-quick-add.ts';
import type { QuickAddContext } from '../shared/quick-add/reading.ts';

class Misuse extends Error {}

const id = z.number().int();
const catalogShape = z.object({
  businessTimeZone: z.string().refine(isTimeZone, 'no time zone anybody knows'),
  dateFormat: z.string().nullish(),
  firstDayOfWeek: z.number().int().min(0).max(7).default(1),
  clients: z.array(z.object({ id, name: z.string() })).default([]),
  projects: z
    .array(
      z.object({
        id,
        title: z.string(),
        clientId: id.nullish(),
        internal: z.boolean().default(false),
        serviceIds: z.array(id).default([]),
      }),
    )
    .default([]),
  services: z
    .array(z.object({ id, name: z.string(), billable: z.boolean().default(true) }))
    .default([]),
  recent: z
    .array(
      z.object({
        clientId: id.nullish(),
        projectId: id.nullish(),
        serviceId: id.nullish(),
        note: z.string().nullish(),
      }),
    )
    .default([]),
});

try {
  const { values, positionals } = parseArguments();
  if (values.catalog === undefined) throw new Misuse('Name a catalog: --catalog FILE.json');
  const text = positionals.join(' ');
  const context = await contextFrom(values.catalog, momentOf(values.now));
  const { spans, unclear, ...parts } = readQuickAdd(text, context);
  const asked = unclear.map(({ part, why, choices }) => ({ part, why, choices }));
  console.log(JSON.stringify({ ...parts, spans, unclear: asked }));
} catch (error) {
  if (!(error instanceof Misuse)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

function parseArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { catalog: { type: 'string' }, now: { type: 'string' } },
    });
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}

/** Milliseconds since the epoch. A time without an offset would mean another moment elsewhere. */
function momentOf(now: string | undefined): number {
  if (now === undefined) return Date.now();
  const ms = /T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(now) ? Date.parse(now) : Number.NaN;
  if (!Number.isNaN(ms)) return ms;
  throw new Misuse(`--now takes a moment like 2026-11-12T10:00:00-05:00, not "${now}".`);
}

async function contextFrom(path: string, nowMs: number): Promise<QuickAddContext> {
  const catalog = catalogShape.safeParse(await json(path));
  if (!catalog.success) {
    const [issue] = catalog.error.issues;
    throw new Misuse(`${path} is no catalog: ${issue?.path.join('.')}: ${issue?.message}.`);
  }
  const { businessTimeZone: timeZone, dateFormat = null, recent, projects, ...rest } = catalog.data;
  const plain = {
    ...rest,
    projects: projects.map((project) => ({ ...project, clientId: project.clientId ?? null })),
    recent: recent.map(({ clientId = null, projectId = null, serviceId = null, note }) => ({
      clientId,
      projectId,
      serviceId,
      note: note ?? '',
    })),
  };
  // Ids are plain numbers outside of the app.
  return { nowMs, timeZone, dateFormat, ...plain } as unknown as QuickAddContext;
}

async function json(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Misuse(`${path} cannot be read: ${reason}`);
  }
}

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
