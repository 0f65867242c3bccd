// Everything FreshBooks can do to us, in the rudest way: refusals quote the very secrets we sent.
import {
  emptyBody,
  malformedJson,
  truncatedJson,
  unknownMembers,
} from '../../../electron/sandbox/faults/bent-answers.ts';
import {
  cutOffMidAnswer,
  dropAfterHandling,
  dropBeforeHandling,
} from '../../../electron/sandbox/faults/connection-faults.ts';
import type { FaultOutcome } from '../../../electron/sandbox/faults/exchange.ts';
import {
  fieldsRefused,
  htmlBadGateway,
  notFound,
  rateLimited,
  scopeMissing,
  serverError,
  unauthenticated,
} from '../../../electron/sandbox/faults/refusals.ts';

export interface Trouble {
  readonly name: string;
  readonly outcome: FaultOutcome;
  readonly times?: number;
}

function quoting(status: number, body: object): FaultOutcome {
  return async () => Response.json(body, { status });
}

/** @param secrets that were just sent */
function quotes(secrets: readonly string[]): readonly Trouble[] {
  const said = `Not accepted: ${secrets.join(' ')}`;
  return [
    { name: '400 that quotes', outcome: quoting(400, { error: said }) },
    { name: '403 that quotes', outcome: quoting(403, { message: said }) },
    { name: '422 that quotes', outcome: quoting(422, { errno: 2001, error: { note: said } }) },
    { name: '422 with a field named so', outcome: fieldsRefused({ [secrets[0] ?? '']: said }) },
    { name: '500 that quotes', outcome: quoting(500, { message: said }) },
    {
      name: 'an error as 200',
      outcome: quoting(200, { response: { errors: [{ message: said }] } }),
    },
  ];
}

/** For reads and writes of the API. */
export function apiTroubles(secrets: readonly string[]): readonly Trouble[] {
  return [
    { name: '401', outcome: unauthenticated('current') },
    { name: '401, accounting', outcome: unauthenticated('accounting-old') },
    { name: '401, dated accounting', outcome: unauthenticated('accounting-dated') },
    { name: '401, message', outcome: unauthenticated('message') },
    { name: '401, invalid token', outcome: unauthenticated('invalid-token') },
    { name: '401 twice', outcome: unauthenticated('current'), times: 2 },
    { name: '403', outcome: scopeMissing },
    { name: '404', outcome: notFound },
    { name: '422', outcome: fieldsRefused({ note: 'too long' }) },
    { name: '500', outcome: serverError },
    { name: '502 with a web page', outcome: htmlBadGateway },
    { name: 'malformed JSON', outcome: malformedJson },
    { name: 'JSON cut off', outcome: truncatedJson },
    { name: 'an empty body', outcome: emptyBody },
    { name: 'unknown members', outcome: unknownMembers },
    { name: 'a connection cut before', outcome: dropBeforeHandling },
    { name: 'a connection cut after', outcome: dropAfterHandling },
    { name: 'an answer cut in the middle', outcome: cutOffMidAnswer },
    ...quotes(secrets),
    { name: '429', outcome: rateLimited(1) },
  ];
}

/** For exchanging a code and for renewing. */
export function tokenTroubles(secrets: readonly string[]): readonly Trouble[] {
  const error_description = `Sent: ${secrets.join(' ')}`;
  const words = ['invalid_grant', 'invalid_client', 'invalid_request'];
  return [
    ...words.map((error) => ({ name: error, outcome: quoting(400, { error, error_description }) })),
    { name: 'a secret for an error', outcome: quoting(400, { error: secrets[0] ?? '' }) },
    { name: '429', outcome: rateLimited(1) },
    { name: '502 with a web page', outcome: htmlBadGateway },
    { name: 'malformed JSON', outcome: malformedJson },
    { name: 'a connection cut before', outcome: dropBeforeHandling },
    { name: 'an answer cut in the middle', outcome: cutOffMidAnswer },
  ];
}
