// The figures Traybooks is held to, and what it means to hold them.
import { median } from './statistics.ts';

export type Unit = 'ms' | 'MB' | 'a minute';

export interface FigureSpec {
  readonly name: string;
  readonly unit: Unit;
  /** The highest ratio of ours to the yardstick that passes; null where only the ratio is told. */
  readonly bar: number | null;
}

/** In the order of the report. */
export const FIGURES = {
  trayReady: { name: 'process start to tray ready', unit: 'ms', bar: 1.2 },
  painted: { name: 'process start to popover painted', unit: 'ms', bar: 1.35 },
  shortcut: { name: 'shortcut to quick-add line focused', unit: 'ms', bar: 1.5 },
  keystroke: { name: 'keystroke to painted reading', unit: 'ms', bar: 2.5 },
  /**
   * Said only once the entry is on the disk. That answer comes from another process when the frame
   * of the key itself is drawn, so the best is the next frame, and the bar leaves out the third.
   */
  saved: { name: 'Enter to "saved" on screen', unit: 'ms', bar: 10 },
  memory: { name: 'proportional memory at rest', unit: 'MB', bar: 1.2 },
  idleCpu: { name: 'own CPU over 60 idle seconds', unit: 'ms', bar: null },
  /** The yardstick here is the limit itself: one firing a minute. */
  idleTimers: { name: 'own timers fired while hidden', unit: 'a minute', bar: 1 },
  loading: { name: 'loading 2,000 unpaid invoices', unit: 'ms', bar: 1.3 },
} as const satisfies Readonly<Record<string, FigureSpec>>;

export type FigureKey = keyof typeof FIGURES;

/** One entry of bench.json. */
export interface Figure {
  readonly name: string;
  /** Medians, in `unit`. */
  readonly ours: number;
  readonly yardstick: number;
  /** Of the medians; null when the yardstick's is 0 and there is nothing to divide by. */
  readonly ratio: number | null;
  readonly bar: number | null;
  readonly pass: boolean;
  readonly unit: Unit;
  readonly oursRuns: readonly number[];
  readonly yardstickRuns: readonly number[];
}

export interface Runs {
  readonly ours: readonly number[];
  readonly yardstick: readonly number[];
}

/** @param runs in the order they were taken; at least one of each */
export function judge({ name, unit, bar }: FigureSpec, runs: Runs): Figure {
  const ours = median(runs.ours);
  const yardstick = median(runs.yardstick);
  const ratio = yardstick === 0 ? null : ours / yardstick;
  return {
    name,
    ours: rounded(ours),
    yardstick: rounded(yardstick),
    ratio: ratio === null ? null : rounded(ratio),
    bar,
    // Judged before rounding: 1.2004 misses a bar of 1.20. Nothing against nothing is no more.
    pass: bar === null || (ratio === null ? ours === 0 : ratio <= bar),
    unit,
    oursRuns: runs.ours.map(rounded),
    yardstickRuns: runs.yardstick.map(rounded),
  };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
