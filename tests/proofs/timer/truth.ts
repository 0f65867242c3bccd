// What was really worked, second by second, painted while the day goes by. It shares nothing with
// the app's own reckoning in start and end instants.
import type { Rounding } from '../../../shared/settings.ts';

/** How the time under a note comes into FreshBooks. */
export type Way = 'stopped-here' | 'stopped-elsewhere' | 'part-of-time-away';

export class Truth {
  private readonly painted = new Map<string, Set<number>>();
  private readonly ways = new Map<string, Way>();

  /** @param fromMs of the time that really went by; so is `toMs` */
  paint(note: string, fromMs: number, toMs: number): void {
    const seconds = this.painted.get(note) ?? new Set();
    this.painted.set(note, seconds);
    for (let second = floor(fromMs); second < floor(toMs); second += 1) seconds.add(second);
  }

  erase(note: string, fromMs: number, toMs: number): void {
    const seconds = this.painted.get(note);
    for (let second = floor(fromMs); second < floor(toMs); second += 1) seconds?.delete(second);
  }

  /** It was given up and must not be in FreshBooks. */
  forget(note: string): void {
    this.painted.delete(note);
    this.ways.delete(note);
  }

  goes(note: string, way: Way): void {
    this.ways.set(note, way);
  }

  seconds(note: string): number {
    return this.painted.get(note)?.size ?? 0;
  }

  /** @param ms of the time that really went by */
  hasBefore(note: string, ms: number): boolean {
    return [...(this.painted.get(note) ?? [])].some((second) => second < floor(ms));
  }

  /** Seconds each entry must have. @param rule of stopping a timer here */
  expected(rule: Rounding): ReadonlyMap<string, number> {
    const entries = [...this.ways].map(([note, way]): [string, number] => {
      const seconds = this.seconds(note);
      return [note, way === 'stopped-here' ? byRule(seconds, rule) : seconds];
    });
    return new Map(entries);
  }
}

function floor(ms: number): number {
  return Math.floor(ms / 1000);
}

/** Counted up step by step, as nobody would program it. */
function byRule(seconds: number, { toMinutes, direction }: Rounding): number {
  if (toMinutes === 0) return seconds;
  const step = toMinutes * 60;
  let result = step;
  while (direction === 'up' ? result < seconds : result + step / 2 <= seconds) result += step;
  return result;
}
