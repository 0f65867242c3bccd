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
 * @returns resolves once the document was handed over; the files it names are asked for later
 */
export function serveApp(folder: string): Promise<void> {
  let handedOver: () => void = () => undefined;
  const served = new Promise<void>((resolve) => {
    handedOver = resolve;
  });
  protocol.handle(SCHEME, (request) => {
    const file = fileFor(request.url, folder);
    const type = file && CONTENT_TYPES[extname(file)];
    if (!file || !type) return new Response('Not found', { status: 404 });
    try {
      // At once: the files are few and small, and the thread pool's answers would come later.
      const content = readFileSync(file);
      // A turn later, so that these bytes are on their way first.
      if (extname(file) === '.html') setTimeout(handedOver, 0);
      return new Response(new Uint8Array(content), {
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
  return served;
}
