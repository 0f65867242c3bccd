// The rules by which a request at the listener is taken for FreshBooks' answer. Everything on
// this computer can reach the port: other programs, and any web page open in a browser.
import { CALLBACK_PATH } from '../../shared/redirect-uris.ts';
import { type ProviderAnswer, readProviderAnswer } from './provider-answer.ts';

export interface IncomingRequest {
  readonly method: string;
  /** As on the request line, e.g. `/callback?code=…`. */
  readonly target: string;
  /** Names and values in turn, repeats kept, as Node's `rawHeaders`. */
  readonly rawHeaders: readonly string[];
}

export type CallbackVerdict =
  | { readonly kind: 'answer'; readonly state: string; readonly answer: ProviderAnswer }
  /** `status` is for the plain refusal; the listener keeps waiting. */
  | { readonly kind: 'refused'; readonly status: 400 | 403 | 404 | 405 };

/** Judges everything but whether the state is the right one. */
export function judgeCallback(request: IncomingRequest, port: number): CallbackVerdict {
  if (!hasOurHost(request, port) || !hasNoForeignOrigin(request, port)) return refused(403);
  const [path, query = ''] = splitOnce(request.target, '?');
  if (path !== CALLBACK_PATH) return refused(404);
  if (request.method !== 'GET') return refused(405);
  if (!isPersonsNavigation(request)) return refused(403);
  if (hasBody(request)) return refused(400);
  const read = readProviderAnswer(query);
  return read ? { kind: 'answer', ...read } : refused(400);
}

/** A web page whose own name resolves to 127.0.0.1 (DNS rebinding) shows up as another host. */
function hasOurHost(request: IncomingRequest, port: number): boolean {
  const hosts = headerValues(request, 'host');
  return hosts.length === 1 && hostsOf(port).includes(hosts[0] ?? '');
}

/** Following a redirect sends no Origin; scripts and forms of other sites do. */
function hasNoForeignOrigin(request: IncomingRequest, port: number): boolean {
  const own = hostsOf(port).flatMap((host) => [`https://${host}`, `http://${host}`]);
  return headerValues(request, 'origin').every((origin) => own.includes(origin));
}

/**
 * Browsers tell what they fetch for (W3C Fetch Metadata). A picture, frame, script or page loaded
 * ahead is nobody going there. `Sec-Fetch-Site` tells nothing: FreshBooks' redirect comes from
 * another site too. A browser that sends none of these is taken at its word.
 */
function isPersonsNavigation(request: IncomingRequest): boolean {
  return (
    headerValues(request, 'sec-fetch-mode').every((mode) => mode === 'navigate') &&
    headerValues(request, 'sec-fetch-dest').every((destination) => destination === 'document') &&
    headerValues(request, 'sec-purpose').length === 0
  );
}

/** A redirect is followed without one; two readers could disagree on where it ends. */
function hasBody(request: IncomingRequest): boolean {
  return (
    headerValues(request, 'transfer-encoding').length > 0 ||
    headerValues(request, 'content-length').some((length) => length !== '0')
  );
}

function hostsOf(port: number): readonly string[] {
  return [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`];
}

function headerValues({ rawHeaders }: IncomingRequest, name: string): readonly string[] {
  const values: string[] = [];
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    if (rawHeaders[at]?.toLowerCase() === name) values.push(rawHeaders[at + 1] ?? '');
  }
  return values.map((value) => value.toLowerCase());
}

function refused(status: 400 | 403 | 404 | 405): CallbackVerdict {
  return { kind: 'refused', status };
}

function splitOnce(text: string, mark: string): readonly [string, string?] {
  const at = text.indexOf(mark);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}
