// Lengths and starts as the line understands them, to the second.
import type { Day } from '../../day.ts';

/** "1h30m", "45m", "1h0m5s" */
export function lengthText(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  if (rest > 0)
    return `${hours > 0 ? `${hours}h` : ''}${hours > 0 || minutes > 0 ? `${minutes}m` : ''}${rest}s`;
  if (hours === 0) return `${minutes}m`;
  return minutes === 0 ? `${hours}h` : `${hours}h${minutes}m`;
}

/** `YYYY-MM-DDTHH:MM:SSZ` */
export function instantText(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** "9:05" */
export function clockText(minuteOfDay: number): string {
  const minute = ((minuteOfDay % 1440) + 1440) % 1440;
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** "9:05-10:30", with the day before it where it is not today's. */
export function rangeText(from: number, to: number, day: Day, today: Day): string {
  const range = `${clockText(from)}-${clockText(to)}`;
  return day === today ? range : `${day} ${range}`;
}
