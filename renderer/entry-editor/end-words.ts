// When an entry ends by what is typed, beside the field for its beginning.
import { formatTimeOfDay } from '../../shared/day-words.ts';
import { type DraftOnEntry, readDraft } from './entry-draft.ts';

/** "– 10:30", "?" while it is no time yet. */
export function endWords(given: DraftOnEntry): string {
  const reading = readDraft(given);
  if (!reading.ok || reading.change.startedAtMs === null) return '?';
  const endMs = reading.change.startedAtMs + reading.change.durationSeconds * 1000;
  return `– ${formatTimeOfDay(endMs, given.place.timeZone, given.place.locale)}`;
}
