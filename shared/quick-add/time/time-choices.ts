// The answers to what is unclear about time.
import type { Day } from '../../day.ts';
import type { ReadingPart, UnclearPart } from '../reading.ts';
import { withEdits } from '../with-edits.ts';
import { inFigures } from './days.ts';
import { isManyHours } from './numbered.ts';
import { lengthText } from './time-words.ts';
import type { Today } from './today.ts';
import type { PlacedFind } from './zones.ts';

export type Choice = UnclearPart['choices'][number];

/**
 * "0930" is minutes by the rule, and a time of day by common sense; "15" is hours, and minutes;
 * "12.11" lacks the last point of a day.
 */
export function otherwise({ meaning, text }: PlacedFind, today: Today): Choice[] {
  if (meaning.kind !== 'number') return [];
  const [, hour, minute] = /^([01]\d|2[0-3])([0-5]\d)$/.exec(text) ?? [];
  if (hour && minute) return clockChoices(`${hour}:${minute}`);
  if (!isManyHours(meaning.value)) return [];
  if (meaning.isWhole) return [{ label: `${meaning.value}m`, text: `${meaning.value}m` }];
  const [first, second] = text.split('.');
  const day = inFigures(first, second, today)?.day;
  return day === undefined ? [] : [asChoice(day)];
}

export function clockChoices(clock: string): Choice[] {
  return [
    { label: `Since ${clock}`, text: `since ${clock}` },
    { label: `At ${clock}`, text: `at ${clock}` },
  ];
}

export function asLength(seconds: number): Choice {
  const text = lengthText(seconds);
  return { label: text, text };
}

export function asNote(text: string, { from, to }: PlacedFind): Choice {
  return { label: 'Part of the note', text: `"${text.slice(from, to)}"` };
}

export function asChoice(day: Day): Choice {
  return { label: day, text: day };
}

/** Keeping one of two means leaving the other out. */
export function eitherOf(
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
