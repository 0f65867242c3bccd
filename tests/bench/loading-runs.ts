// How much slower our client loads a long list than bare `fetch` does: the same pages over the same
// `fetch`, four at a time like ours, each read with `response.json()`. Text alone would not do, as
// no one can use an invoice unparsed; but the bare reader checks nothing, sorts nothing out and has
// neither time limit nor abort.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createFreshBooks } from '../../electron/freshbooks/freshbooks-books.ts';
import type { Books, Business } from '../../shared/books.ts';
import { ok } from '../../shared/result.ts';
import { ROOT } from '../support/app/running-app.ts';
import { businessNamed } from '../support/sandbox-books.ts';
import type { Runs } from './figures.ts';
import { end, firstLine } from './prepared-profile.ts';
import { median } from './statistics.ts';

const INVOICES = 2_000;
const PER_PAGE = 100;
const AT_ONCE = 4;

/** One load takes some forty milliseconds, and a busy moment doubles it: the middle one counts. */
const LOADS_A_RUN = 5;

interface Server {
  readonly baseUrl: string;
  readonly accessToken: string;
}

export async function measureLoading(runs: number): Promise<Runs> {
  const process_ = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'invoice-server.ts')],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    const server = JSON.parse(await firstLine(process_)) as Server;
    const books = booksAt(server);
    const business = await businessNamed(books, 'Larkfield Studio');
    const taken = { ours: [] as number[], yardstick: [] as number[] };
    // The first of each is thrown away: it pays for compiling the server's and its own code.
    for (let run = 0; run <= runs; run += 1) {
      const loads = { ours: [] as number[], yardstick: [] as number[] };
      for (let load = 0; load < LOADS_A_RUN; load += 1) {
        loads.ours.push(await timed(() => loadWithClient(books, business)));
        loads.yardstick.push(await timed(() => loadBare(server, business)));
      }
      taken.ours.push(median(loads.ours));
      taken.yardstick.push(median(loads.yardstick));
    }
    return { ours: taken.ours.slice(1), yardstick: taken.yardstick.slice(1) };
  } finally {
    await end(process_);
  }
}

function booksAt({ baseUrl, accessToken }: Server): Books {
  return createFreshBooks({
    apiBaseUrl: baseUrl,
    read: fetch,
    write: fetch,
    tokens: { accessToken: async () => ok(accessToken), renewAfter: async () => ok(accessToken) },
    userAgent: 'Traybooks/0.1.0',
    timers: {
      set: (callback, ms) => setTimeout(callback, ms),
      clear: (timer) => clearTimeout(timer as NodeJS.Timeout),
    },
  });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

async function loadWithClient(books: Books, business: Business): Promise<void> {
  const loaded = await books.unpaidInvoices(business);
  const count = loaded.ok ? loaded.value.length : loaded.error.code;
  if (count !== INVOICES) throw new Error(`Our client loaded ${count} instead of ${INVOICES}`);
}

async function loadBare({ baseUrl, accessToken }: Server, business: Business): Promise<void> {
  const list = `${baseUrl}/accounting/account/${business.accountId}/invoices/invoices`;
  async function read(page: number): Promise<unknown> {
    const query = `search[vis_state]=0&page=${page}&per_page=${PER_PAGE}`;
    const response = await fetch(`${list}?${query}`, {
      headers: { Authorization: `Bearer ${accessToken}`, Accept: 'application/json' },
    });
    if (!response.ok) throw new Error(`Page ${page} was answered with ${response.status}`);
    return await response.json();
  }
  const first = (await read(1)) as {
    readonly response: { readonly result: { readonly pages: number } };
  };
  const rest = Array.from({ length: first.response.result.pages - 1 }, (_, index) => index + 2);
  const queue = rest.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const page of queue) await read(page);
    }),
  );
}
