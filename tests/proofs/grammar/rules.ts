// What holds for every line and every catalog. Each rule answers what it found wrong.
import { complete } from '../../../shared/quick-add/complete.ts';
import { formatReading } from '../../../shared/quick-add/format-reading.ts';
import { readQuickAdd } from '../../../shared/quick-add/read-quick-add.ts';
import type { QuickAddContext, Reading } from '../../../shared/quick-add/reading.ts';
import { suggest } from '../../../shared/quick-add/suggest.ts';

/** @returns what is wrong, or null */
export type Rule = (line: string, context: QuickAddContext) => string | null;

const VALUES = [
  'durationSeconds',
  'startedAt',
  'day',
  'clientId',
  'projectId',
  'serviceId',
  'billable',
  'note',
] as const satisfies readonly (keyof Reading)[];

function difference(one: Reading, other: Partial<Reading>): string | null {
  const differing = VALUES.filter((value) => value in other && one[value] !== other[value]);
  if (differing.length === 0) return null;
  return differing.map((value) => `${value} ${one[value]} ≠ ${other[value]}`).join(', ');
}

export const RULES = {
  'is read without throwing': (line, context) => {
    readQuickAdd(line, context);
    return null;
  },
  'has spans in order, within the line, apart from each other': (line, context) => {
    let end = 0;
    for (const { from, to, part } of readQuickAdd(line, context).spans) {
      if (from < end || to <= from || to > line.length) return `${part} ${from}–${to}`;
      end = to;
    }
    return null;
  },
  'asks about words of the line': (line, context) => {
    const wrong = readQuickAdd(line, context).unclear.find(
      ({ from, to }) => from < 0 || to < from || to > line.length,
    );
    return wrong ? `${wrong.part} ${wrong.from}–${wrong.to}` : null;
  },
  'has values an entry can have': (line, context) => {
    const { durationSeconds, startedAt, note, projectId, clientId } = readQuickAdd(line, context);
    const seconds = durationSeconds ?? 1;
    if (!Number.isInteger(seconds) || seconds < 1 || seconds > 24 * 3600) return `${seconds} s`;
    if (startedAt !== null && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(startedAt))
      return startedAt;
    if (note !== null && (note === '' || note !== note.trim())) return `note ${note}`;
    const project = context.projects.find(({ id }) => id === projectId);
    return project && project.clientId !== clientId ? 'another client’s project' : null;
  },
  'reads the same twice': (line, context) => {
    const twice = [readQuickAdd(line, context), readQuickAdd(line, structuredClone(context))];
    return JSON.stringify(twice[0]) === JSON.stringify(twice[1]) ? null : 'two readings';
  },
  'keeps its reading when it is written anew': (line, context) => {
    const reading = readQuickAdd(line, context);
    const written = formatReading(reading, context);
    const wrong = difference(readQuickAdd(written, context), reading);
    return wrong && `${written}: ${wrong}`;
  },
  'has exactly the unit that was chosen, and else what it had': (line, context) => {
    // With a space at its end, so that no word is still being typed.
    const typed = `${line} `;
    for (const suggestion of suggest(typed, context)) {
      const { clientId, projectId, serviceId, billable } = suggestion;
      const completed = complete(typed, suggestion, context);
      const unit = { clientId, projectId, serviceId, billable };
      const wanted = { ...readQuickAdd(typed, context), ...unit };
      const wrong = difference(readQuickAdd(completed, context), wanted);
      if (wrong) return `${completed}: ${wrong}`;
    }
    return null;
  },
} as const satisfies Readonly<Record<string, Rule>>;
