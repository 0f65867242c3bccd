// A person with a browser, without the browser: opens the consent page, presses a button, and
// goes where the redirect says, past the warning about our own certificate.
import { get as getPlain, type IncomingMessage } from 'node:http';
import { get as getTls } from 'node:https';

interface LoadedPage {
  readonly status: number;
  readonly text: string;
}

/**
 * Sends the form as a browser would: every field it holds, and the button pressed.
 * @returns the address the person is sent to, not yet visited
 * @throws when there is no such form, or its answer is no redirect
 */
export async function consent(
  authorizeUrl: string,
  button: 'authorize' | 'cancel',
): Promise<string> {
  const shown = await fetch(authorizeUrl);
  const html = await shown.text();
  const form = /<form[^>]*>/.exec(html)?.[0];
  const pressed = tags(html, 'button').find((tag) => attribute(tag, 'value') === button);
  if (!shown.ok || !form || !pressed) {
    throw new Error(`No consent form: ${shown.status} ${html.replace(/<[^>]*>/g, ' ')}`);
  }
  const fields = [...tags(html, 'input'), pressed].map((tag) => [
    attribute(tag, 'name') ?? '',
    attribute(tag, 'value') ?? '',
  ]);
  // A form without an address goes back to where its page came from.
  const answer = await fetch(new URL(attribute(form, 'action') ?? shown.url, shown.url), {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });
  const target = answer.headers.get('Location');
  if (!target) throw new Error(`The consent form answered ${answer.status} without a redirect`);
  return target;
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

function tags(html: string, name: string): string[] {
  return html.match(new RegExp(`<${name}[^>]*>`, 'g')) ?? [];
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`)
    .exec(tag)?.[1]
    ?.replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
