// A reading in words: one piece for each chip, and one sentence for those who listen.
import { addDays, type Day } from '../../shared/day.ts';
import { formatDay, formatTimeOfDay } from '../../shared/day-words.ts';
import { formatDuration } from '../../shared/duration.ts';
import { englishLocale } from '../../shared/english-locale.ts';
import type { QuickAddContext, Reading, ReadingPart } from '../../shared/quick-add/reading.ts';

export interface Chip {
  /** Said before the value, in grey. */
  readonly label: 'for' | 'service' | 'time' | 'day' | 'billable' | 'note';
  /** The part of the value that matters most; may be empty. */
  readonly strong: string;
  readonly rest: string;
  /** Asked about: what is shown is not what will be saved. */
  readonly isUnclear: boolean;
}

/** Which chip shows each part. */
const CHIP_OF: Readonly<Record<ReadingPart, Chip['label']>> = {
  client: 'for',
  project: 'for',
  service: 'service',
  duration: 'time',
  range: 'time',
  start: 'time',
  day: 'day',
  billable: 'billable',
  note: 'note',
};

/** @param today the business's own day */
export function readingChips(
  reading: Reading,
  context: QuickAddContext,
  today: Day,
): readonly Chip[] {
  const asked = new Set(reading.unclear.map(({ part }) => CHIP_OF[part]));
  const client = context.clients.find(({ id }) => id === reading.clientId)?.name ?? '';
  const project = context.projects.find(({ id }) => id === reading.projectId)?.title ?? '';
  const service = context.services.find(({ id }) => id === reading.serviceId)?.name ?? '';
  const chips: Chip[] = [];
  function add(label: Chip['label'], strong: string, rest = ''): void {
    const isUnclear = asked.has(label);
    if (strong || rest || isUnclear) chips.push({ label, strong, rest, isUnclear });
  }
  add('for', client || project, client && project);
  add('service', '', service);
  add('time', ...timeWords(reading, context.timeZone));
  add('day', '', reading.day === null ? '' : dayWords(reading.day, today));
  add('billable', '', reading.billable === null ? '' : reading.billable ? 'yes' : 'no');
  add('note', '', reading.note ?? '');
  return chips;
}

/** "1 h 30 m, from 9:00 to 10:30, for Acme Labs, API rebuild, …": said while one types. */
export function readingSentence(chips: readonly Chip[], questions: readonly string[]): string {
  const said = chips
    .filter(({ isUnclear }) => !isUnclear)
    .map(({ label, strong, rest }) => {
      const value = [strong, rest].filter(Boolean).join(', ');
      if (label === 'billable') return value === 'yes' ? 'billable' : 'not billable';
      return label === 'time' || label === 'day' ? value : `${label} ${value}`;
    });
  return [said.length > 0 ? `${said.join('; ')}.` : '', ...questions].filter(Boolean).join(' ');
}

/** "today", "yesterday", "Thu 12 Nov". */
export function dayWords(day: Day, today: Day): string {
  if (day === today) return 'today';
  if (day === addDays(today, -1)) return 'yesterday';
  return formatDay(day, today, englishLocale());
}

function timeWords(
  { durationSeconds, startedAt }: Reading,
  timeZone: string,
): [strong: string, rest: string] {
  const length = durationSeconds === null ? '' : formatDuration(durationSeconds);
  if (startedAt === null) return [length, ''];
  const startMs = Date.parse(startedAt);
  const start = formatTimeOfDay(startMs, timeZone);
  if (durationSeconds === null) return ['', `from ${start}`];
  return [length, `${start} – ${formatTimeOfDay(startMs + durationSeconds * 1000, timeZone)}`];
}
