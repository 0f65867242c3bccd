// Durations as people type them and as FreshBooks keeps them: whole seconds.

const HOURS_AND_MINUTES =
  /^(?:(\d+(?:[.,]\d+)?|[.,]\d+)\s*(?:h|hr|hrs|hours?))?\s*(?:(\d+)\s*(?:m|min|mins|minutes?)?)?$/;
const CLOCK = /^(\d*):([0-5]\d)$/;
const BARE_NUMBER = /^(\d+(?:[.,]\d+)?|[.,]\d+)$/;

/** A day has at most this many; more is a slip of the keyboard. */
const LONGEST_SECONDS = 24 * 3600;

/** A bare number up to this is hours; above it, nobody means hours. */
const BARE_HOURS_LIMIT = 24;

/**
 * Reads `1.5h`, `1,5h`, `1.5`, `90m`, `1h30`, `1h30m`, `1:30`, `:45`, `2h 15min`, `90`.
 * A bare number is hours up to 24 and minutes above.
 * @returns whole seconds, or null when it is not a duration between one second and a day.
 */
export function parseDuration(text: string): number | null {
  const typed = text.trim().toLowerCase();
  const seconds = bareNumber(typed) ?? clock(typed) ?? hoursAndMinutes(typed);
  if (seconds === null || seconds <= 0 || seconds > LONGEST_SECONDS) return null;
  return seconds;
}

function bareNumber(typed: string): number | null {
  const match = BARE_NUMBER.exec(typed);
  if (!match) return null;
  const number = decimal(match[1] ?? '');
  return Math.round(number <= BARE_HOURS_LIMIT ? number * 3600 : number * 60);
}

function clock(typed: string): number | null {
  const match = CLOCK.exec(typed);
  if (!match) return null;
  return Number(match[1] || '0') * 3600 + Number(match[2]) * 60;
}

function hoursAndMinutes(typed: string): number | null {
  const match = HOURS_AND_MINUTES.exec(typed);
  if (!match || (match[1] === undefined && match[2] === undefined)) return null;
  return Math.round(decimal(match[1] ?? '0') * 3600) + Number(match[2] ?? '0') * 60;
}

function decimal(text: string): number {
  return Number(text.replace(',', '.'));
}

/** "4 h 35 m", "6 h 05 m", "20 m", "0 m": for reading. The spaces do not break. */
export function formatDuration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}\u00a0m`;
  return rest === 0
    ? `${hours}\u00a0h`
    : `${hours}\u00a0h\u00a0${String(rest).padStart(2, '0')}\u00a0m`;
}

/** "1:30", "0:20": for columns. */
export function formatClock(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
