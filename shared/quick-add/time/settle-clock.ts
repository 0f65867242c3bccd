// When it began and how long it took, as far as a clock tells.
import { addDays } from '../../day.ts';
import { instantOf, wallClockAt } from '../../wall-clock.ts';
import { couldBeLater, minuteSpan } from './clock-span.ts';
import { minuteOfDay } from './clock-time.ts';
import type { PickedTimes } from './pick-times.ts';
import { endingAt } from './settle-end.ts';
import {
  type ClockDoubt,
  DAY,
  EITHER_HALF,
  FUTURE,
  HALF_DAY,
  type SettledClock,
  settled,
} from './settled-clock.ts';
import type { ClockTime } from './time-find.ts';
import { clockText, rangeText } from './time-words.ts';
import type { Today } from './today.ts';
import type { PlacedFind } from './zones.ts';

export function settleClock(picked: PickedTimes, today: Today): SettledClock {
  const { span, start, end, length } = picked;
  const said = length?.meaning.seconds ?? null;
  if (span?.meaning.kind === 'range')
    return rangeOf(span.find, span.meaning.start, span.meaning.end, picked, today);
  if (span?.meaning.kind === 'ago')
    return sinceInstant(today.nowMs - span.meaning.seconds * 1000, span.find, picked, today);
  if (span?.meaning.kind === 'since' && said === null)
    return since(span.find, span.meaning.at, picked, today);
  if (span?.meaning.kind === 'since') return startingAt(span.find, span.meaning.at, picked, today);
  if (start && 'ms' in start.meaning)
    return fromInstant(start.meaning.ms, start.find, picked, today);
  if (start && 'at' in start.meaning)
    return startingAt(start.find, start.meaning.at, picked, today);
  if (end) return endingAt(end.find, end.meaning.at, picked, today);
  return settled({
    durationSeconds: said,
    startedAtMs: null,
    day: picked.day?.meaning.day ?? today.day,
  });
}

function rangeOf(
  find: PlacedFind,
  start: ClockTime,
  end: ClockTime,
  picked: PickedTimes,
  today: Today,
): SettledClock {
  const literal = minuteSpan(start, end);
  // Over midnight and no day said: last night, because the coming one is no time worked.
  const day = picked.day?.meaning.day ?? (literal.to > DAY ? addDays(today.day, -1) : today.day);
  const later = { from: literal.from + HALF_DAY, to: literal.to + HALF_DAY };
  const isEither = couldBeLater(start, end) && later.to <= DAY;
  const isLaterOver = isEither && instantOf(day, later.to, today.timeZone) <= today.nowMs;
  const span = isLaterOver ? later : literal;
  const startedAtMs = instantOf(day, span.from, today.timeZone);
  const endMs = instantOf(day, span.to, today.timeZone);
  const durationSeconds = Math.round((endMs - startedAtMs) / 1000);
  const said = picked.length?.meaning.seconds ?? null;
  const doubts: ClockDoubt[] = [];
  const text = (of: typeof span) => rangeText(of.from, of.to, today.day, today.day);
  if (isEither)
    doubts.push({
      part: 'range',
      find,
      why: EITHER_HALF,
      choices: [literal, later].map((of) => ({ label: text(of), text: text(of) })),
    });
  else if (endMs > today.nowMs && day <= today.day) {
    const before = rangeText(span.from, span.to, addDays(day, -1), today.day);
    const untilNow = `${clockText(span.from)} until now`;
    const choices = [
      ...(picked.day ? [] : [{ label: before, text: before }]),
      ...(startedAtMs < today.nowMs ? [{ label: untilNow, text: untilNow }] : []),
    ];
    doubts.push({ part: 'range', find, why: FUTURE, choices });
  }
  const isLengthAtOdds = said !== null && said !== durationSeconds;
  return settled({ durationSeconds, startedAtMs, day }, { isLengthAtOdds, doubts });
}

/** From a time of day until now: the latest time a clock showed it. */
function since(find: PlacedFind, at: ClockTime, picked: PickedTimes, today: Today): SettledClock {
  const said = picked.day?.meaning.day ?? null;
  const literal = minuteOfDay(at);
  const minutes = at.isCertain || at.hour >= 12 ? [literal] : [literal + HALF_DAY, literal];
  const days = said === null ? [today.day, addDays(today.day, -1)] : [said];
  const showed = days.flatMap((day) =>
    minutes.map((minute) => ({ day, minute, ms: instantOf(day, minute, today.timeZone) })),
  );
  const latest = showed.find(({ ms }) => ms < today.nowMs);
  const elapsed = latest ? (today.nowMs - latest.ms) / 1000 : 0;
  if (!latest || (latest.day !== today.day && elapsed > HALF_DAY * 60)) {
    const day = said ?? today.day;
    const startedAtMs = instantOf(day, literal, today.timeZone);
    const why = startedAtMs < today.nowMs ? 'Since then, more than half a day has passed.' : FUTURE;
    return settled(
      { durationSeconds: null, startedAtMs, day },
      { doubts: [{ part: 'start', find, why, choices: [] }] },
    );
  }
  const other = showed.find(({ day, ms }) => day === latest.day && ms < latest.ms);
  const isEither = other !== undefined && at.hour >= 7 && latest.day === today.day;
  const choices = [latest, ...(other ? [other] : [])].map(({ minute }) => {
    const text = `since ${clockText(minute)}`;
    return { label: text, text };
  });
  return settled(
    { durationSeconds: elapsed, startedAtMs: latest.ms, day: latest.day },
    { doubts: isEither ? [{ part: 'start', find, why: EITHER_HALF, choices }] : [] },
  );
}

function sinceInstant(
  startedAtMs: number,
  find: PlacedFind,
  picked: PickedTimes,
  today: Today,
): SettledClock {
  const said = picked.length?.meaning.seconds ?? null;
  const { day } = wallClockAt(startedAtMs, today.timeZone);
  const doubts: ClockDoubt[] = [];
  if (picked.day && picked.day.meaning.day !== day)
    doubts.push({
      part: 'day',
      find: picked.day.find,
      why: 'It began on another day than that.',
      choices: [{ label: day, text: day }],
    });
  const elapsed = (today.nowMs - startedAtMs) / 1000;
  if (said !== null && said > elapsed)
    doubts.push({ part: 'duration', find, why: FUTURE, choices: [] });
  return settled({ durationSeconds: said ?? elapsed, startedAtMs, day }, { doubts });
}

function fromInstant(
  startedAtMs: number,
  find: PlacedFind,
  picked: PickedTimes,
  today: Today,
): SettledClock {
  const durationSeconds = picked.length?.meaning.seconds ?? null;
  const { day } = wallClockAt(startedAtMs, today.timeZone);
  const isFuture = startedAtMs + (durationSeconds ?? 0) * 1000 > today.nowMs;
  const doubts: ClockDoubt[] = isFuture ? [{ part: 'start', find, why: FUTURE, choices: [] }] : [];
  return settled({ durationSeconds, startedAtMs, day }, { doubts });
}

function startingAt(
  find: PlacedFind,
  at: ClockTime,
  picked: PickedTimes,
  today: Today,
): SettledClock {
  const durationSeconds = picked.length?.meaning.seconds ?? null;
  const minutes = (durationSeconds ?? 0) / 60;
  const literal = minuteOfDay(at);
  const day =
    picked.day?.meaning.day ?? (literal + minutes > DAY ? addDays(today.day, -1) : today.day);
  const isEither = couldBeLater(at) && literal + HALF_DAY + minutes <= DAY;
  const ms = (minute: number) => instantOf(day, minute, today.timeZone);
  const isLaterOver = isEither && ms(literal + HALF_DAY) + minutes * 60_000 <= today.nowMs;
  const minute = isLaterOver ? literal + HALF_DAY : literal;
  const startedAtMs = ms(minute);
  const doubts: ClockDoubt[] = [];
  if (isEither)
    doubts.push({
      part: 'start',
      find,
      why: EITHER_HALF,
      choices: [literal, literal + HALF_DAY].map((one) => {
        const text = `at ${clockText(one)}`;
        return { label: text, text };
      }),
    });
  else if (startedAtMs + minutes * 60_000 > today.nowMs && day <= today.day)
    doubts.push({ part: 'start', find, why: FUTURE, choices: [] });
  return settled({ durationSeconds, startedAtMs, day }, { doubts });
}
