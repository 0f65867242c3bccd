// Everything strangers try, in one table. Each row is tried against a sign-in that waits and must
// leave it waiting, unless it says otherwise; FreshBooks' own answer then still ends it.
import type { HostileCase } from './hostile-case.ts';
import { BROKEN_REQUESTS } from './table/broken-requests.ts';
import { BROKEN_TLS } from './table/broken-tls.ts';
import { CROWDS } from './table/crowds.ts';
import { FOREIGN_SPEAKERS } from './table/foreign-speakers.ts';
import { OTHER_METHODS } from './table/other-methods.ts';
import { OTHER_PLACES } from './table/other-places.ts';
import { PASTED } from './table/pasted.ts';
import { SILENT_CONNECTIONS } from './table/silent-connections.ts';
import { THE_PORT } from './table/the-port.ts';
import { TOO_LATE } from './table/too-late.ts';
import { WRONG_ANSWERS } from './table/wrong-answers.ts';

export const HOSTILE_TABLE: readonly HostileCase[] = [
  ...FOREIGN_SPEAKERS,
  ...WRONG_ANSWERS,
  ...OTHER_PLACES,
  ...OTHER_METHODS,
  ...BROKEN_REQUESTS,
  ...BROKEN_TLS,
  ...SILENT_CONNECTIONS,
  ...CROWDS,
  ...TOO_LATE,
  ...PASTED,
  ...THE_PORT,
];
