// From what was picked to a length, a start and a day, with everything doubtful named.
import { type Day, daysBetween } from '../../day.ts';
import type { ReadingPart, Span, UnclearPart } from '../reading.ts';
import { withEdits } from '../with-edits.ts';
import { inFigures } from './days.ts';
import { isBeforeCounted, isManyHours, isNumbered } from './numbered.ts';
import type { Picked, PickedTimes } from './pick-times.ts';
import { settleClock } from './settle-clock.ts';
import type { DayMeaning } from './time-find.ts';
import { lengthText } from './time-words.ts';
import type { Today } from './today.ts';
import type { PlacedFind } from './zones.ts';

export interface SettledTimes {
  readonly durationSeconds: number | null;
  readonly startedAtMs: number | null;
  readonly day: Day;
  readonly spans: readonly Span[];
  readonly unclear: readonly UnclearPart[];
}

export const LONGEST_SECONDS = 24 * 3600;

export function settleTimes(text: string, picked: PickedTimes, today: Today): SettledTimes {
  const unclear: UnclearPart[] = [];
  const doubt = (part: ReadingPart, find: PlacedFind, why: string, texts: readonly Choice[] = []) =>
    unclear.push({ part, why, from: find.from, to: find.to, choices: texts });

  const clock = settleClock(picked, today);
  let durationSeconds = clock.durationSeconds;
  const startedAtMs = clock.startedAtMs;
  const { length, secondLength, secondDay, secondRange, day, dayInNote } = picked;

  const between =
    length && 'either' in length.find.meaning ? length.find.meaning.either : undefined;
  if (length && between)
    doubt('duration', length.find, 'One of the two, or something between?', [
      ...between.map(asLength),
      asNote(text, length.find),
    ]);
  else if (length && length.meaning.seconds === null)
    doubt('duration', length.find, 'A length is more than nothing, and at most a day.');
  if (length && picked.isLengthDoubtful && length.meaning.seconds !== null) {
    const said = text.slice(length.find.from, length.find.to);
    const asHours = lengthText(length.meaning.seconds);
    doubt('duration', length.find, `“${said}” may be how long it took, or part of the note.`, [
      { label: asHours, text: asHours },
      ...otherwise(length.find, today),
      asNote(text, length.find),
    ]);
  }
  if (length && isBeforeCounted(length.find)) {
    const [hours, count] = length.find.text.split(/\s+(?=\S+$)/);
    const whole = lengthText(length.meaning.seconds ?? 0);
    doubt('duration', length.find, `“${count}” may be minutes, or part of the note.`, [
      { label: whole, text: whole },
      { label: `${hours}`, text: `${hours} "${count}"` },
    ]);
  }
  if (length && isClockDoubtful(length.find)) {
    const hours = lengthText(length.meaning.seconds ?? 0);
    const said = text.slice(length.find.from, length.find.to).replace(/^for\s+/i, '');
    doubt('duration', length.find, `“${said}” may be how long it took, or when it began.`, [
      { label: hours, text: hours },
      ...clockChoices(said),
    ]);
  }
  if (length && secondLength) {
    durationSeconds = null;
    unclear.push(eitherOf(text, 'duration', length.find, secondLength));
  }
  if (length && clock.isLengthAtOdds && picked.span) {
    unclear.push(eitherOf(text, 'duration', picked.span.find, length.find));
  }
  if (picked.span && secondRange)
    unclear.push(eitherOf(text, 'range', picked.span.find, secondRange));
  if (day && secondDay) unclear.push(eitherOf(text, 'day', day.find, secondDay));
  if (day?.meaning.doubt)
    doubt('day', day.find, day.meaning.doubt.why, day.meaning.doubt.days.map(asChoice));
  else if (day && (isBeforeAnOccasion(day) || isRatherAFraction(day, today)))
    doubt('day', day.find, 'That may be the day, or part of the note.', [
      asChoice(day.meaning.day),
      asNote(text, day.find),
    ]);
  if (dayInNote)
    doubt('day', dayInNote.find, 'That stands in the note; is it when you worked?', [
      { label: dayInNote.meaning.day, text: `on ${dayInNote.meaning.day}` },
      asNote(text, dayInNote.find),
    ]);
  for (const { part, find, why, choices } of clock.doubts) doubt(part, find, why, choices);
  if (durationSeconds !== null && (durationSeconds <= 0 || durationSeconds > LONGEST_SECONDS)) {
    const find = picked.span?.find ?? length?.find;
    if (find) doubt('range', find, 'That is no time at all, or more than a day.');
    durationSeconds = null;
  }
  if (day && clock.day > today.day && unclear.every(({ part }) => part !== 'day'))
    doubt('day', day.find, 'That day is yet to come.', [asChoice(today.day)]);
  return { durationSeconds, startedAtMs, day: clock.day, spans: spansOf(picked), unclear };
}

type Choice = UnclearPart['choices'][number];

/**
 * "0930" is minutes by the rule, and a time of day by common sense; "15" is hours, and minutes;
 * "12.11" lacks the last point of a day.
 */
function otherwise({ meaning, text }: PlacedFind, today: Today): Choice[] {
  if (meaning.kind !== 'number') return [];
  const [, hour, minute] = /^([01]\d|2[0-3])([0-5]\d)$/.exec(text) ?? [];
  if (hour && minute) return clockChoices(`${hour}:${minute}`);
  if (!isManyHours(meaning.value)) return [];
  if (meaning.isWhole) return [{ label: `${meaning.value}m`, text: `${meaning.value}m` }];
  const [first, second] = text.split('.');
  const day = inFigures(first, second, today)?.day;
  return day === undefined ? [] : [asChoice(day)];
}

/** "1:30" is a length and "14:30" may be; a long one is asked about, "8:00" is a day's work. */
const LONGEST_CLOCK_SECONDS = 8 * 3600;

function isClockDoubtful({ meaning }: PlacedFind): boolean {
  return meaning.kind === 'clock-length' && (meaning.seconds ?? 0) > LONGEST_CLOCK_SECONDS;
}

function clockChoices(clock: string): Choice[] {
  return [
    { label: `Since ${clock}`, text: `since ${clock}` },
    { label: `At ${clock}`, text: `at ${clock}` },
  ];
}

function asLength(seconds: number): Choice {
  const text = lengthText(seconds);
  return { label: text, text };
}

function asNote(text: string, { from, to }: PlacedFind): Choice {
  return { label: 'Part of the note', text: `"${text.slice(from, to)}"` };
}

function asChoice(day: Day): Choice {
  return { label: day, text: day };
}

/** What meets on a weekday is called after it: "monday standup". */
const OCCASIONS =
  /^(?:call|checkin|check-in|demo|deploy|launch|meeting|newsletter|planning|release|report|retro|review|session|standup|sync|update|workshop)s?$/;

function isBeforeAnOccasion({ find, meaning }: Picked<DayMeaning>): boolean {
  return meaning.isPlain && find.after !== null && OCCASIONS.test(find.after);
}

/** Nobody logs "4/5 screens" in May half a year later. */
const SELDOM_LOGGED_DAYS = 42;

function isRatherAFraction({ find, meaning }: Picked<DayMeaning>, today: Today): boolean {
  if (!/^\d{1,2}(?:[/-]\d{1,2}|\.\d{1,2}\.)$/.test(find.text)) return false;
  const isOld = daysBetween(meaning.day, today.day) > SELDOM_LOGGED_DAYS;
  return isNumbered(find) || (isOld && find.isBesideNote);
}

/** Keeping one of two means leaving the other out. */
function eitherOf(
  text: string,
  part: ReadingPart,
  one: PlacedFind,
  other: PlacedFind,
): UnclearPart {
  const from = Math.min(one.from, other.from);
  const to = Math.max(one.to, other.to);
  const said = (find: PlacedFind) => text.slice(find.from, find.to);
  const keeping = (kept: PlacedFind, left: PlacedFind): Choice => ({
    label: said(kept),
    text: withEdits(text, { from, to }, [{ from: left.from, to: left.to, text: '' }]),
  });
  return {
    part,
    why: `“${said(one)}” and “${said(other)}” do not go together.`,
    from,
    to,
    choices: [keeping(one, other), keeping(other, one)],
  };
}

function spansOf(picked: PickedTimes): Span[] {
  const parts: readonly (readonly [ReadingPart, { readonly find: PlacedFind } | null])[] = [
    [picked.span?.meaning.kind === 'range' ? 'range' : 'start', picked.span],
    ['duration', picked.length],
    ['start', picked.start],
    ['start', picked.end],
    ['day', picked.day],
  ];
  const spans = parts.flatMap(([part, said]): Span[] =>
    said ? [{ from: said.find.from, to: said.find.to, part }] : [],
  );
  if (picked.length && picked.secondLength)
    spans.push({ from: picked.secondLength.from, to: picked.secondLength.to, part: 'duration' });
  if (picked.span && picked.secondRange)
    spans.push({ from: picked.secondRange.from, to: picked.secondRange.to, part: 'range' });
  if (picked.day && picked.secondDay)
    spans.push({ from: picked.secondDay.from, to: picked.secondDay.to, part: 'day' });
  return spans;
}
