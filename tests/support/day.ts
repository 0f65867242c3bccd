// Days as tests write them.
import { type Day, parseDay } from '../../shared/day.ts';

/** @throws for what is no day, so that a slip in a test is not a strange failure elsewhere */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`Not a day: ${text}`);
  return parsed;
}
