// When a timer began, said in short: here a time alone can be nothing else.
import { parseDuration } from '../../shared/duration.ts';
import { readQuickAdd } from '../../shared/quick-add/read-quick-add.ts';
import type { QuickAddContext } from '../../shared/quick-add/reading.ts';

const CLOCK = /^\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]m?)?$/i;
const AGO = /^(.+?)\s+ago$/i;

/**
 * "20m", "20m ago", "started 20m ago"; "9:10", "2pm".
 * @returns milliseconds since the epoch; `ahead` for what cannot have been yet, or is no time of
 *   day; null for what says more, or something else
 */
export function readStart(text: string, context: QuickAddContext): number | 'ahead' | null {
  const typed = text.trim();
  if (CLOCK.test(typed)) return sinceMs(typed, context) ?? 'ahead';
  const seconds = parseDuration(typed.replace(/^started\s+/i, '').replace(AGO, '$1'));
  return seconds === null ? null : context.nowMs - seconds * 1000;
}

function sinceMs(clock: string, context: QuickAddContext): number | null {
  const { startedAt, unclear } = readQuickAdd(`since ${clock}`, context);
  if (startedAt === null || unclear.length > 0) return null;
  const startMs = Date.parse(startedAt);
  return startMs <= context.nowMs ? startMs : null;
}
