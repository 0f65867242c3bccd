// At ten past ten in the evening, and half past midnight.
import { CONTEXT } from '../../../../support/quick-add-catalog.ts';

const at = (now: string) => ({ ...CONTEXT, nowMs: Date.parse(now) });

export const LATE = [
  {
    name: 'late in the evening',
    context: at('2026-11-12T22:10:00-05:00'),
    phrases: [
      ['2h until midnight acme', '2:00', '11 Nov 22:00', 'Acme', '', 'start'],
      ['2h until 8 acme', '2:00', '18:00', 'Acme', ''],
      ['2h until 8am acme', '2:00', '6:00', 'Acme', ''],
      ['acme 1h broken since 2019', '1:00', '20:19', 'Acme', 'broken', 'start'],
      ['acme 1h since 20:19', '1:00', '20:19', 'Acme', ''],
    ],
  },
  {
    name: 'shortly after midnight',
    context: at('2026-11-12T00:30:00-05:00'),
    phrases: [
      ['2h until midnight acme', '2:00', '11 Nov 22:00', 'Acme', ''],
      ['2h until 11 acme', '2:00', '9:00', 'Acme', '', 'start'],
    ],
  },
] as const;
