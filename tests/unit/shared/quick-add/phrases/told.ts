// A reading in one line of words, as the phrase tables expect it.

import type { Day } from '../../../../../shared/day.ts';
import { formatClock } from '../../../../../shared/duration.ts';
import type { QuickAddContext, Reading } from '../../../../../shared/quick-add/reading.ts';
import { wallClockAt } from '../../../../../shared/wall-clock.ts';

/**
 * - `takes`: "1:30"; empty when no length was read
 * - `when`: "11 Nov 9:00"; the day only where it is not today's, the time only where one was read
 * - `who`: "Client / Project / Service, billable", with "–" for what is not known before what is
 * - `note`: empty when there is none
 * - `asks`: the parts that are unclear
 */
export type Told = readonly [
  takes: string,
  when: string,
  who: string,
  note: string,
  ...asks: readonly string[],
];

export type Phrase = readonly [line: string, ...told: Told];

export function told(reading: Reading, context: QuickAddContext): Told {
  return [
    reading.durationSeconds === null ? '' : formatClock(reading.durationSeconds),
    whenOf(reading, context),
    whoOf(reading, context),
    reading.note ?? '',
    ...reading.unclear.map(({ part }) => part),
  ];
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function whenOf({ day, startedAt }: Reading, { nowMs, timeZone }: QuickAddContext): string {
  const today = wallClockAt(nowMs, timeZone).day;
  const start = startedAt === null ? null : wallClockAt(Date.parse(startedAt), timeZone);
  if (start && start.day !== day) return `${start.day} started, but on ${day}`;
  return [
    day === today || day === null ? '' : dayWords(day, today),
    start ? formatClock(start.minuteOfDay * 60) : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function dayWords(day: Day, today: Day): string {
  const [year = '', month, date] = day.split('-');
  const words = `${Number(date)} ${MONTHS[Number(month) - 1]}`;
  return today.startsWith(year) ? words : `${words} ${year}`;
}

function whoOf(reading: Reading, { clients, projects, services }: QuickAddContext): string {
  const names = [
    clients.find(({ id }) => id === reading.clientId)?.name,
    projects.find(({ id }) => id === reading.projectId)?.title,
    services.find(({ id }) => id === reading.serviceId)?.name,
  ];
  while (names.length > 0 && names.at(-1) === undefined) names.pop();
  const who = names.map((name) => name ?? '–').join(' / ');
  if (reading.billable === null) return who;
  return [who, reading.billable ? 'billable' : 'not billable'].filter((part) => part).join(', ');
}
