// One line on the tray icon: what is late and what was worked today, without opening anything.
import { secondsOn } from '../../shared/day-total.ts';
import { formatDuration } from '../../shared/duration.ts';
import { formatMoney, totalsByCurrency } from '../../shared/money.ts';
import type { Snapshot } from '../../shared/snapshot.ts';

/** @returns at most 127 characters, what Windows shows of a tooltip */
export function trayToolTip({ invoices, time }: Snapshot, locale?: string): string {
  const late = invoices.invoices.filter(({ due }) => due !== null && due < invoices.today);
  const overdue = totalsByCurrency(late.map(({ outstanding }) => outstanding));
  const seconds = secondsOn(time.entries, time.today);
  const parts = [
    overdue.length > 0
      ? `${overdue.map((total) => formatMoney(total, locale)).join(' + ')} overdue`
      : '',
    seconds > 0 ? `${formatDuration(seconds)} today` : '',
  ].filter(Boolean);
  return ['Traybooks', ...parts].join(' · ').slice(0, 127);
}
