// The figures for people: one line each, aligned.
import type { Figure } from './figures.ts';
import { spread } from './statistics.ts';

const HEAD = ['', 'figure', 'ours', '(spread)', 'yardstick', '(spread)', 'ratio', 'bar'];

export function table(figures: readonly Figure[]): string {
  const rows = [HEAD, ...figures.map(row)];
  const widths = HEAD.map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column < 2 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function row(figure: Figure): string[] {
  const { pass, bar, name, unit, ours, oursRuns, yardstick, yardstickRuns, ratio } = figure;
  return [
    pass ? (bar === null ? '·' : '✓') : '✗',
    name,
    `${number(ours)} ${unit}`,
    range(oursRuns),
    `${number(yardstick)} ${unit}`,
    range(yardstickRuns),
    ratio === null ? '–' : ratio.toFixed(2),
    bar === null ? '–' : bar.toFixed(2),
  ];
}

function range(runs: readonly number[]): string {
  const { least, most } = spread(runs);
  return `${number(least)}–${number(most)}`;
}

function number(value: number): string {
  return value >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(1);
}
