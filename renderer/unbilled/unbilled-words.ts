// What unbilled time is worth, in words: by currency, never summed across, and what nobody knows
// the rate of by its hours.
import { formatDuration } from '../../shared/duration.ts';
import { formatMoney, type Money, totalsByCurrency } from '../../shared/money.ts';
import type { UnbilledClient } from '../../shared/snapshot.ts';

/** "CA$1,240.00 · €300.00 · 3 h, rate unknown"; null where nothing is unbilled. */
export function unbilledWords(clients: readonly UnbilledClient[]): string | null {
  const amounts = clients.map(({ amount }) => amount).filter((each): each is Money => !!each);
  const unknown = clients.reduce((sum, each) => sum + each.unknownRateSeconds, 0);
  return joined(totalsByCurrency(amounts), unknown);
}

/** The same of one client. */
export function clientWords({ amount, unknownRateSeconds }: UnbilledClient): string | null {
  return joined(amount ? [amount] : [], unknownRateSeconds);
}

function joined(amounts: readonly Money[], unknownSeconds: number): string | null {
  const unknown = unknownSeconds > 0 ? [`${formatDuration(unknownSeconds)}, rate unknown`] : [];
  return [...amounts.map((money) => formatMoney(money)), ...unknown].join(' · ') || null;
}
