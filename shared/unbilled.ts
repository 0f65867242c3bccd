// What work that is on no invoice yet is worth: by client, in the client's currency, at the rate
// FreshBooks would bill it. Exact to the end: rates and seconds are multiplied as whole numbers,
// and only a client's total is rounded, half up, to the currency's minor unit.
import type { Client, Rates, TimeEntry } from './books.ts';
import type { ClientId } from './ids.ts';
import { minorUnitDecimals } from './minor-units.ts';
import type { Money } from './money.ts';
import type { UnbilledClient } from './snapshot.ts';

/** What of an entry decides its worth. */
export type UnbilledWork = Pick<
  TimeEntry,
  'identityId' | 'clientId' | 'projectId' | 'serviceId' | 'durationSeconds'
>;

interface Sum {
  seconds: number;
  unknownRateSeconds: number;
  /** Of the seconds with a known rate, in 10⁻⁶ of the currency's unit × seconds. */
  worth: bigint;
}

/** A rate has two decimals in practice; this many are counted exactly. */
const RATE_DECIMALS = 6;
const SECONDS_IN_HOUR = 3600n;

/**
 * @param work billable entries that are on no invoice yet
 * @param clients for their names and currencies; work of any other one has no known worth
 * @returns the one with the most hours first
 */
export function unbilledByClient(
  work: readonly UnbilledWork[],
  rates: Rates,
  clients: readonly Client[],
): readonly UnbilledClient[] {
  const rateOf = hourlyRates(rates);
  const sums = new Map<ClientId | null, Sum>();
  for (const piece of work) {
    const { clientId, durationSeconds: seconds } = piece;
    const sum = sums.get(clientId) ?? { seconds: 0, unknownRateSeconds: 0, worth: 0n };
    sums.set(clientId, sum);
    const rate = rateOf(piece);
    sum.seconds += seconds;
    if (rate === null) sum.unknownRateSeconds += seconds;
    else sum.worth += rate * BigInt(seconds);
  }
  const known = new Map(clients.map((client) => [client.id, client]));
  return [...sums]
    .filter(([, { seconds }]) => seconds > 0)
    .map(([id, sum]) => unbilledClient(id, sum, id === null ? undefined : known.get(id)))
    .sort((a, b) => b.seconds - a.seconds || compare(a.clientName, b.clientName));
}

function unbilledClient(id: ClientId | null, sum: Sum, client: Client | undefined): UnbilledClient {
  const { seconds, unknownRateSeconds } = sum;
  const clientName = client?.name ?? (id === null ? 'No client' : `Client ${id}`);
  const amount = unknownRateSeconds < seconds ? total(sum.worth, client?.currency) : null;
  return {
    clientId: id,
    clientName,
    seconds,
    amount,
    unknownRateSeconds: amount === null ? seconds : unknownRateSeconds,
  };
}

/** @returns null without a currency, and for a sum too large to count */
function total(worth: bigint, currency: string | undefined): Money | null {
  if (currency === undefined) return null;
  const minor = worth * 10n ** BigInt(minorUnitDecimals(currency));
  const unit = SECONDS_IN_HOUR * 10n ** BigInt(RATE_DECIMALS);
  const rounded = Number((2n * minor + unit) / (2n * unit));
  return Number.isSafeInteger(rounded) ? { minor: rounded, currency } : null;
}

/** The rate of a piece of work in 10⁻⁶ of the currency's unit; null where only FreshBooks knows. */
function hourlyRates(rates: Rates): (work: UnbilledWork) => bigint | null {
  const projects = new Map(rates.projects.map((project) => [project.id, project]));
  const services = ratesById(rates.services);
  const teamMembers = ratesById(rates.teamMembers);
  return ({ projectId, serviceId, identityId }) => {
    const ofService = (serviceId && services.get(serviceId)) ?? null;
    if (projectId === null) return ofService;
    const project = projects.get(projectId);
    switch (project?.basis) {
      case 'project':
        return project.rate === null ? null : wholeRate(project.rate);
      case 'service':
        return ofService;
      case 'team-member':
        return (identityId && teamMembers.get(identityId)) ?? null;
      case 'unknown':
      case undefined:
        return null;
    }
  };
}

function ratesById<Id>(rates: readonly { readonly id: Id; readonly rate: string }[]) {
  return new Map(rates.map(({ id, rate }) => [id, wholeRate(rate)]));
}

/** @returns null for what is no decimal number, or has more decimals than are counted */
function wholeRate(text: string): bigint | null {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text.trim());
  const [, whole = '', fraction = ''] = match ?? [];
  if (!match || fraction.length > RATE_DECIMALS) return null;
  return BigInt(whole + fraction.padEnd(RATE_DECIMALS, '0'));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
