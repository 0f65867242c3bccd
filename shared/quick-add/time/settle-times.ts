// From what was picked to a length, a start and a day, with everything doubtful named.
import type { Day } from '../../day.ts';
import { wallClockAt } from '../../wall-clock.ts';
import type { ReadingPart, Span, UnclearPart } from '../reading.ts';
import {
  isBeforeAnOccasion,
  isClockDoubtful,
  isRatherAFraction,
  isRatherAYear,
} from './doubtful.ts';
import { isBeforeCounted } from './numbered.ts';
import type { PickedTimes } from './pick-times.ts';
import { settleClock } from './settle-clock.ts';
import {
  asChoice,
  asLength,
  asNote,
  type Choice,
  clockChoices,
  eitherOf,
  otherwise,
} from './time-choices.ts';
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
  const began = startedAtMs === null ? clock.day : wallClockAt(startedAtMs, today.timeZone).day;
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
  const since = picked.span ?? picked.start ?? picked.end;
  if (since && clock.doubts.length === 0 && isRatherAYear(since.find)) {
    const clockTime = since.find.text.replace(/(\d\d)$/, ':$1');
    doubt('start', since.find, 'That may be a time of day, or a year in the note.', [
      { label: clockTime, text: clockTime },
      asNote(text, since.find),
    ]);
  }
  for (const { part, find, why, choices } of clock.doubts) doubt(part, find, why, choices);
  if (durationSeconds !== null && (durationSeconds <= 0 || durationSeconds > LONGEST_SECONDS)) {
    const find = picked.span?.find ?? length?.find;
    if (find) doubt('range', find, 'That is no time at all, or more than a day.');
    durationSeconds = null;
  }
  if (day && began !== clock.day)
    doubt('day', day.find, 'At its end that day is over: it began on the next.');
  if (day && began > today.day && unclear.every(({ part }) => part !== 'day'))
    doubt('day', day.find, 'That day is yet to come.', [asChoice(today.day)]);
  return { durationSeconds, startedAtMs, day: began, spans: spansOf(picked), unclear };
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
