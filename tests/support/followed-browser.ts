// A person with a browser, without the browser: opens the consent page, presses a button, and
// goes where the redirect says, past the warning about our own certificate.
import { get as getPlain, type IncomingMessage } from 'node:http';
import { get as getTls } from 'node:https';

export interface LoadedPage {
  readonly status: number;
  readonly text: string;
}

/** @returns the address the browser is sent to after the button */
export async function consent(
  authorizeUrl: string,
  decision: 'authorize' | 'cancel',
): Promise<string> {
  const page = await (await fetch(authorizeUrl)).text();
  const requestId = /name="request_id" value="([^"]+)"/.exec(page)?.[1];
  if (!requestId) throw new Error(`No consent page: ${page.replace(/<[^>]*>/g, ' ')}`);
  const answer = await fetch(authorizeUrl.split('?')[0] ?? '', {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ request_id: requestId, decision }),
  });
  return answer.headers.get('Location') ?? '';
}

/** Loads a page of the listener, over TLS accepting its self-signed certificate. */
export function load(address: string): Promise<LoadedPage> {
  const options = { rejectUnauthorized: false };
  return new Promise((resolve, reject) => {
    const request = address.startsWith('https:')
      ? getTls(address, options, receive)
      : getPlain(address, receive);
    request.on('error', reject);

    function receive(response: IncomingMessage): void {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    }
  });
}
