// Every phrase, by theme, with the context it is said in.

import type { QuickAddContext } from '../../../../../shared/quick-add/reading.ts';
import { CONTEXT } from '../../../../support/quick-add-catalog.ts';
import { ADVERSARIAL } from './adversarial.ts';
import { BACKDATING } from './backdating.ts';
import { CLOCK_CHANGES } from './clock-changes.ts';
import { DAYS } from './days.ts';
import { IN_A_HURRY } from './in-a-hurry.ts';
import { LATE } from './late.ts';
import { LENGTHS } from './lengths.ts';
import { MONTH_FIRST } from './month-first.ts';
import { NAMES } from './names.ts';
import { LIKE_TIMES, NAMES_LIKE_TIMES } from './names-like-times.ts';
import { NOTES } from './notes.ts';
import { NUMBERS } from './numbers.ts';
import { RANGES } from './ranges.ts';
import { SIGNS } from './signs.ts';
import type { Phrase } from './told.ts';

export interface Theme {
  readonly name: string;
  readonly context: QuickAddContext;
  readonly phrases: readonly Phrase[];
}

export const THEMES: readonly Theme[] = [
  { name: 'lengths', context: CONTEXT, phrases: LENGTHS },
  { name: 'numbers', context: CONTEXT, phrases: NUMBERS },
  { name: 'ranges', context: CONTEXT, phrases: RANGES },
  { name: 'backdating', context: CONTEXT, phrases: BACKDATING },
  { name: 'days', context: CONTEXT, phrases: DAYS },
  {
    name: 'days, month first',
    context: { ...CONTEXT, dateFormat: 'mm/dd/yyyy' },
    phrases: MONTH_FIRST,
  },
  {
    name: 'days, year first',
    context: { ...CONTEXT, dateFormat: 'yyyy-mm-dd' },
    phrases: MONTH_FIRST,
  },
  {
    name: 'days, no format known',
    context: { ...CONTEXT, dateFormat: null },
    phrases: MONTH_FIRST,
  },
  { name: 'names', context: CONTEXT, phrases: NAMES },
  { name: 'names like times', context: LIKE_TIMES, phrases: NAMES_LIKE_TIMES },
  { name: 'signs', context: CONTEXT, phrases: SIGNS },
  { name: 'notes', context: CONTEXT, phrases: NOTES },
  { name: 'in a hurry', context: CONTEXT, phrases: IN_A_HURRY },
  { name: 'adversarial', context: CONTEXT, phrases: ADVERSARIAL },
  ...CLOCK_CHANGES,
  ...LATE,
];
