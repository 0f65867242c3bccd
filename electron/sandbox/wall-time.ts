/**
 * How FreshBooks writes time. Each service has its own habit (freshbooks-api.md §8); getting one
 * wrong shifts an invoice or an entry by a day, so all of them are spelled here, once.
 */
import { Temporal } from 'temporal-polyfill';

/** The calendar day (`YYYY-MM-DD`) it is in `timeZone` at `epochMs`. */
export function dayInZone(epochMs: number, timeZone: string): string {
  return zoned(epochMs, timeZone).toPlainDate().toString();
}

/** The day `days` later (earlier when negative); days have no zone. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Epoch milliseconds of a wall clock time (`HH:MM`) on a day in a zone. */
export function instantAt(day: string, time: string, timeZone: string): number {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).epochMilliseconds;
}

/** `YYYY-MM-DD HH:MM:SS` in US/Eastern: accounting's `created_at` and `updated`. */
export function accountingText(epochMs: number): string {
  return localText(epochMs, 'America/New_York').replace('T', ' ');
}

/** `YYYY-MM-DD HH:MM:SS` in UTC: a client's `signup_date`, the exception among accounting's times. */
export function accountingUtcText(epochMs: number): string {
  return projectText(epochMs).replace('T', ' ');
}

/** `YYYY-MM-DDTHH:MM:SS` in UTC without the Z: projects. */
export function projectText(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 19);
}

/** `YYYY-MM-DDTHH:MM:SSZ`: time entries and identity. Milliseconds are dropped, as seen live. */
export function utcText(epochMs: number): string {
  return `${projectText(epochMs)}Z`;
}

/** `YYYY-MM-DDTHH:MM:SS` on the wall clock of `timeZone`: `local_started_at`. */
export function localText(epochMs: number, timeZone: string): string {
  return zoned(epochMs, timeZone).toPlainDateTime().toString({ smallestUnit: 'second' });
}

/** Whether this machine knows the zone's name. */
export function isTimeZone(name: string): boolean {
  try {
    return Temporal.Now.zonedDateTimeISO(name).timeZoneId.length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * Reads a full UTC date-time as the time service does: a bare date is refused
 * (freshbooks-api.md §6.2). A missing zone counts as UTC.
 *
 * @returns epoch milliseconds cut to whole seconds, or null when the text is not a date-time
 */
export function parseDateTime(text: string): number | null {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?$/.exec(text);
  if (!match) return null;
  const epochMs = Date.parse(`${match[1]}T${match[2]}${match[3] ?? 'Z'}`);
  return Number.isNaN(epochMs) ? null : epochMs;
}

function zoned(epochMs: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
}
