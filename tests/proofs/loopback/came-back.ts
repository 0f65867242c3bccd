// Reads what a stranger got, and sees to it that it tells them nothing.
import { CODE_RECEIVED_PAGE, PLAIN_REFUSAL } from '../../../electron/auth/callback-pages.ts';
import type { Target } from './hostile-case.ts';

/** An answer as it came, byte by byte; `latin1` keeps each. */
export type RawReply = string;

/**
 * @returns a `CameBack` where the reply is one of those we send, otherwise a sentence about what
 *   is odd about it, which no row expects
 */
export function cameBack(reply: RawReply, it: Target): number | string {
  if (reply === '') return 'nothing';
  for (const secret of [it.code, it.state]) {
    if (reply.includes(secret)) return `an echo: ${reply.slice(0, 200)}`;
  }
  const [head = '', body = ''] = splitOnce(reply, '\r\n\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1] ?? Number.NaN);
  if (Number.isNaN(status)) return `no HTTP: ${JSON.stringify(reply.slice(0, 60))}`;
  if (status === 200) return body === bytes(CODE_RECEIVED_PAGE.body) ? 'the final page' : body;
  // Node's own refusals have no body or an empty one, and neither has the answer to HEAD.
  if (body !== '' && body !== '0\r\n\r\n' && body !== bytes(PLAIN_REFUSAL.body))
    return `${status}, and: ${body}`;
  return status;
}

function bytes(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1');
}

function splitOnce(text: string, mark: string): readonly [string, string?] {
  const at = text.indexOf(mark);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}
