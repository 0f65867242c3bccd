// Two ways out. Reads take Chromium's stack as it is: the system's proxy and certificates, warm
// connections. Writes must never be repeated behind our back, and Chromium repeats a request,
// POST included, when a kept-alive connection drops before the answer; so each write starts on
// a session whose connections were just closed, one write after another.
import { net, session } from 'electron';
import { oneAfterAnother } from './one-after-another.ts';

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

export function readFetch(): Fetch {
  return (url, init) => net.fetch(url, { ...init, cache: 'no-store', credentials: 'omit' });
}

export function writeFetch(): Fetch {
  const inTurn = oneAfterAnother();
  return (url, init) =>
    inTurn(async () => {
      // Made for the first write, the same one ever after. No `persist:` prefix: nothing of it
      // reaches the disk.
      const writes = session.fromPartition('traybooks-writes', { cache: false });
      await writes.closeAllConnections();
      return whole(await writes.fetch(url, { ...init, cache: 'no-store', credentials: 'omit' }));
    }, init?.signal);
}

/** Read to its end: closing connections for the next write would cut a body still arriving. */
async function whole(response: Response): Promise<Response> {
  const body = await response.arrayBuffer();
  const { status, statusText, headers } = response;
  return new Response(body.byteLength > 0 ? body : null, { status, statusText, headers });
}
