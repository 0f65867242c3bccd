// Serves the page under app://traybooks/ instead of file://, so that it has an origin of its own,
// a content policy sent as a header, and no way to reach other files.
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { protocol } from 'electron';
import { CONTENT_POLICY } from './content-policy.ts';
import { fileFor, SCHEME } from './page-file.ts';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready: Electron takes privileged schemes only until then. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/**
 * @param folder the built page, an absolute path
 * @returns resolves once the page asks for its first file
 */
export function serveApp(folder: string): Promise<void> {
  let asked: () => void = () => undefined;
  const firstAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  protocol.handle(SCHEME, (request) => {
    asked();
    const file = fileFor(request.url, folder);
    const type = file && CONTENT_TYPES[extname(file)];
    if (!file || !type) return new Response('Not found', { status: 404 });
    try {
      // At once: the files are few and small, and while the rooms open each of the thread pool's
      // answers would wait its turn behind them.
      return new Response(new Uint8Array(readFileSync(file)), {
        headers: {
          'content-type': type,
          'content-security-policy': CONTENT_POLICY,
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      // Whatever the reason, the page learns only that there is nothing there.
      return new Response('Not found', { status: 404 });
    }
  });
  return firstAsked;
}
