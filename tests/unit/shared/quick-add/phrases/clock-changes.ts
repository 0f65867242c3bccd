// Days of 23 and 25 hours, and zones that are not a whole number of hours from Greenwich.
import { CONTEXT } from '../../../../support/quick-add-catalog.ts';

const at = (now: string, timeZone: string) => ({ ...CONTEXT, nowMs: Date.parse(now), timeZone });

export const CLOCK_CHANGES = [
  {
    name: 'the night of 23 hours in Toronto',
    context: at('2026-03-08T12:00:00-04:00', 'America/Toronto'),
    phrases: [
      ['0:00-8:00 acme', '7:00', '0:00', 'Acme', ''],
      ['01:00-03:00 acme', '1:00', '1:00', 'Acme', ''],
      // Half past two is skipped that night.
      ['02:30-04:00 acme', '0:30', '3:30', 'Acme', ''],
      ['yest 22-4 acme', '5:00', '7 Mar 22:00', 'Acme', ''],
      ['9-10:30 acme', '1:30', '9:00', 'Acme', ''],
    ],
  },
  {
    name: 'the night of 25 hours in Toronto',
    context: at('2026-11-01T12:00:00-05:00', 'America/Toronto'),
    phrases: [
      ['0:00-8:00 acme', '9:00', '0:00', 'Acme', ''],
      // Half past one comes twice; it is the first.
      ['01:30-03:00 acme', '2:30', '1:30', 'Acme', ''],
      ['yest 22-4 acme', '7:00', '31 Oct 22:00', 'Acme', ''],
      ['started 12h ago acme', '12:00', '1:00', 'Acme', ''],
    ],
  },
  {
    name: 'the night in Berlin',
    context: at('2026-03-29T23:30:00+02:00', 'Europe/Berlin'),
    phrases: [
      ['since 23 acme', '0:30', '23:00', 'Acme', ''],
      ['00:00-04:00 acme', '3:00', '0:00', 'Acme', ''],
    ],
  },
  {
    name: 'shortly after midnight',
    context: at('2026-11-12T00:30:00-05:00', 'America/Toronto'),
    phrases: [
      ['since 11pm acme', '1:30', '11 Nov 23:00', 'Acme', ''],
      ['since 10 acme', '2:30', '11 Nov 22:00', 'Acme', ''],
      ['started 1h ago acme', '1:00', '11 Nov 23:30', 'Acme', ''],
      ['1h yest acme', '1:00', '11 Nov', 'Acme', ''],
      ['10pm-midnight acme', '2:00', '22:00', 'Acme', '', 'range'],
      ['11pm-0:15 acme', '1:15', '11 Nov 23:00', 'Acme', ''],
    ],
  },
  {
    name: 'Kathmandu, a quarter past the hour off',
    context: at('2026-11-12T15:30:00+05:45', 'Asia/Kathmandu'),
    phrases: [
      ['9-10:30 acme', '1:30', '9:00', 'Acme', ''],
      ['11pm-1am acme', '2:00', '11 Nov 23:00', 'Acme', ''],
    ],
  },
] as const;
