// Asks every service Traybooks uses one small question, for a person who wants to know which of
// them works. Nothing that is answered is kept.
import type { Business } from '../../shared/books.ts';
import type { ServiceCheck } from '../../shared/connection-details.ts';
import type { TraybooksError } from '../../shared/errors.ts';
import type { Result } from '../../shared/result.ts';
import { type ApiCall, createApiCall } from './api-call.ts';
import { projectList, serviceList } from './catalog.ts';
import { clientList } from './clients.ts';
import type { FreshBooksWorld } from './freshbooks-world.ts';
import { readIdentity } from './identity.ts';
import type { List } from './list.ts';
import { timeEntryList } from './time-entries.ts';
import { invoiceList } from './unpaid-invoices.ts';

/** For one service; a person is watching. */
const LIMIT_MS = 10_000;

type Question = (signal: AbortSignal | undefined) => Promise<Result<unknown>>;

/** @param clock milliseconds; only differences count */
export function createServiceChecks(world: FreshBooksWorld, clock: () => number) {
  const call = createApiCall({ ...world, timeoutMs: LIMIT_MS });

  /**
   * One service after the other, so that each time is its own. Ends early when FreshBooks wants
   * a pause or a sign-in: asking on could only repeat that, or make it worse.
   * @returns the checks made before the signal ended it
   */
  return async (
    business: Business | null,
    signal?: AbortSignal,
  ): Promise<readonly ServiceCheck[]> => {
    const checks: ServiceCheck[] = [];
    for (const [service, ask] of questions(call, business)) {
      const beganAtMs = clock();
      const answer = await ask(signal);
      if (signal?.aborted) break;
      const error = answer.ok ? null : answer.error;
      checks.push({ service, tookMs: Math.max(0, clock() - beganAtMs), error });
      if (error && endsTheTest(error)) break;
    }
    return checks;
  };
}

function questions(
  call: ApiCall,
  business: Business | null,
): readonly (readonly [service: string, ask: Question])[] {
  const { accountId } = business ?? { accountId: null };
  return [
    ['Who you are', (signal) => readIdentity(call, signal)],
    ...(accountId === null
      ? []
      : ([
          ['Invoices', oneRow(call, invoiceList(accountId))],
          ['Clients', oneRow(call, clientList(accountId))],
        ] as const)),
    ...(business === null
      ? []
      : ([
          ['Projects', oneRow(call, projectList(business.id))],
          ['Services', oneRow(call, serviceList(business.id))],
          ['Time entries', oneRow(call, timeEntryList(business))],
        ] as const)),
  ];
}

function oneRow<Row>(call: ApiCall, { shape, idOf, ...request }: List<Row>): Question {
  const query = [...(request.query ?? []), ['page', '1'], ['per_page', '1']] as const;
  return (signal) => call({ ...request, method: 'GET', query }, shape, signal);
}

function endsTheTest({ code }: TraybooksError): boolean {
  return code === 'rate-limited' || code === 'sign-in-needed';
}
