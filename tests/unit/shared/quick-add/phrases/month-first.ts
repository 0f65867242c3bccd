// The same days where the business writes the month first; "yyyy-mm-dd" is month first too.
import type { Phrase } from './told.ts';

export const MONTH_FIRST: readonly Phrase[] = [
  ['1h acme 11/10', '1:00', '10 Nov', 'Acme', ''],
  ['1h acme 10/11', '1:00', '11 Oct', 'Acme', ''],
  ['1h acme 11.10.', '1:00', '10 Nov', 'Acme', ''],
  ['1h acme 11-10-2026', '1:00', '10 Nov', 'Acme', ''],
  ['1h acme 11/10/26', '1:00', '10 Nov', 'Acme', ''],
  ['1h acme 13/11', '1:00', '13 Nov 2025', 'Acme', '', 'day'],
  ['1h acme 25/10', '1:00', '25 Oct', 'Acme', ''],
  ['1h acme 12/11', '1:00', '11 Dec 2025', 'Acme', '', 'day'],
  ['1h acme 12-11', '1:00', '11 Dec 2025', 'Acme', '', 'day'],
  ['1h acme 2/29', '1:00', '29 Feb 2024', 'Acme', '', 'day'],
  ['1h acme 2026-11-10', '1:00', '10 Nov', 'Acme', ''],
  ['1h acme 10 nov', '1:00', '10 Nov', 'Acme', ''],
];
