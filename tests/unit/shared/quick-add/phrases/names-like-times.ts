// Clients whose names begin like a time.
import type { ClientId } from '../../../../../shared/ids.ts';
import type { QuickAddContext } from '../../../../../shared/quick-add/reading.ts';
import { CONTEXT } from '../../../../support/quick-add-catalog.ts';
import type { Phrase } from './told.ts';

const CLIENTS = ['Mon Ami', '9 Lives Studio', '21 Grams', 'Noon'];

export const LIKE_TIMES: QuickAddContext = {
  ...CONTEXT,
  clients: [
    ...CONTEXT.clients,
    ...CLIENTS.map((name, at) => ({ id: (at + 51) as ClientId, name })),
  ],
};

export const NAMES_LIKE_TIMES: readonly Phrase[] = [
  ['2h on mon ami', '2:00', '', 'Mon Ami', ''],
  ['2h on mon for mon ami', '2:00', '9 Nov', 'Mon Ami', ''],
  ['2h at 9 lives studio', '2:00', '', '9 Lives Studio', ''],
  ['2h at 9 acme', '2:00', '9:00', 'Acme', ''],
  ['2h 21 grams', '2:00', '', '21 Grams', ''],
  ['2h 21 acme', '2:21', '', 'Acme', ''],
  ['noon 2h', '2:00', '12:00', '', '', 'start'],
  ['at noon 2h', '2:00', '12:00', '', ''],
  ['noon 2h acme', '2:00', '12:00', 'Acme', ''],
];
