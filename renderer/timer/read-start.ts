// When a timer began, as people say it: the quick-add line's words for a start, and shorter ones,
// since here nothing else can be meant.
import { parseDuration } from '../../shared/duration.ts';
import { readQuickAdd } from '../../shared/quick-add/read-quick-add.ts';
import type { QuickAddContext } from '../../shared/quick-add/reading.ts';

const CLOCK = /^\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]m?)?$/i;
const AGO = /^(.+?)\s+ago$/i;

/** @returns milliseconds since the epoch; null for what is no start, or lies ahead */
export function readStart(text: string, context: QuickAddContext): number | null {
  const typed = text.trim();
  const startMs = agoMs(typed, context.nowMs) ?? asLine(typed, context);
  return startMs !== null && startMs <= context.nowMs ? startMs : null;
}

/** "20m", "20m ago", "started 20m ago". */
function agoMs(typed: string, nowMs: number): number | null {
  if (CLOCK.test(typed)) return null;
  const length = typed.replace(/^started\s+/i, '').replace(AGO, '$1');
  const seconds = parseDuration(length);
  return seconds === null ? null : nowMs - seconds * 1000;
}

function asLine(typed: string, context: QuickAddContext): number | null {
  const line = CLOCK.test(typed) ? `since ${typed}` : typed;
  const { startedAt, unclear } = readQuickAdd(line, context);
  const isAsked = unclear.some(({ part }) => part === 'start' || part === 'range');
  return startedAt === null || isAsked ? null : Date.parse(startedAt);
}
