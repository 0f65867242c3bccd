// When an entry begins and ends by what is typed, as its editor says it.
import { formatTimeOfDay } from '../../shared/day-words.ts';
import type { DraftOnEntry, DraftPlace, DraftReading } from './entry-draft.ts';

/** What the start's field holds: what was typed there, else when the entry begins. */
export function startWords(
  reading: DraftReading,
  { entry, draft, place }: Pick<DraftOnEntry, 'entry' | 'draft' | 'place'>,
): string {
  const isTyped = draft.start !== timeOfDay(entry.startedAtMs, place);
  if (isTyped || !reading.ok || reading.change.startedAtMs === null) return draft.start;
  return timeOfDay(reading.change.startedAtMs, place);
}

/** "– 10:30", "?" while it is no time yet. */
export function endWords(reading: DraftReading, place: DraftPlace): string {
  if (!reading.ok || reading.change.startedAtMs === null) return '?';
  const endMs = reading.change.startedAtMs + reading.change.durationSeconds * 1000;
  return `– ${timeOfDay(endMs, place)}`;
}

function timeOfDay(instantMs: number, { timeZone, locale }: DraftPlace): string {
  return formatTimeOfDay(instantMs, timeZone, locale);
}
