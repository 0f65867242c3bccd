// "sun" is a day, unless it is for Sun Valley and nobody else was named; "noon" may be a client, too.
import { fold } from './fold.ts';
import type { Line } from './line.ts';
import type { UnclearPart } from './reading.ts';
import type { PickedTimes } from './time/pick-times.ts';
import type { PlacedFind } from './time/zones.ts';
import { saying } from './who/saying.ts';

export function timeOrName(line: Line, { day, start }: PickedTimes): UnclearPart[] {
  if (line.who !== null) return [];
  const isDay = day?.meaning.isPlain === true && day.meaning.doubt === null;
  return [
    ...(isDay ? eitherOf(line, 'day', day.find, () => day.meaning.day) : []),
    ...(start ? eitherOf(line, 'start', start.find, (said) => `at ${said}`) : []),
  ];
}

/** @param answer says the time so that nothing else can be meant */
function eitherOf(
  { text, index }: Line,
  part: 'day' | 'start',
  { from, to }: PlacedFind,
  answer: (said: string) => string,
): UnclearPart[] {
  const said = text.slice(from, to);
  const names = index
    .places(fold(said))
    .flatMap(({ named, at }) => (at === 0 && named.kind !== 'service' ? [named] : []));
  if (names.length === 0) return [];
  const time = answer(said);
  const choices = [
    { label: time, text: time },
    ...names.slice(0, 5).map((named) => ({ label: named.name, text: saying(named, index) })),
  ];
  const why = `“${said}” is a ${part === 'day' ? 'day' : 'time'} and a name.`;
  return [{ part, why, from, to, choices }];
}
