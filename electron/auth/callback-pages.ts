// What the browser shows at the end. Static: nothing of the request comes back in it, so there
// is nothing to inject, and the script takes the code out of the address bar and the history.
import { createHash } from 'node:crypto';
import { CALLBACK_PATH } from '../../shared/redirect-uris.ts';

export interface CallbackPage {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

const SCRIPT = `history.replaceState(null, '', '${CALLBACK_PATH}');`;

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f1d; --quiet: #5d6662; --ground: #f6f6f3; --sheet: #fff; --line: #e3e4df; --accent: #14614a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceeec; --quiet: #a0a8a4; --ground: #161817; --sheet: #1f2221; --line: #303432; --accent: #6cc4a4; }
}
* { box-sizing: border-box; margin: 0; }
body { min-height: 100vh; display: grid; place-items: center; padding: 24px; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { width: 100%; max-width: 380px; padding: 32px; background: var(--sheet); border: 1px solid var(--line); border-radius: 14px; }
.name { color: var(--accent); font-size: 13px; font-weight: 600; }
h1 { margin: 12px 0 8px; font-size: 22px; line-height: 1.25; font-weight: 650; text-wrap: balance; }
p { color: var(--quiet); }
`;

const CONTENT_POLICY = [
  "default-src 'none'",
  `script-src ${hash(SCRIPT)}`,
  `style-src ${hash(STYLE)}`,
  // For the empty icon below: without it the browser asks for /favicon.ico.
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Sent before the code is exchanged, so it promises nothing: Traybooks says how it ended. */
export const CODE_RECEIVED_PAGE = page(
  'FreshBooks’ answer arrived',
  'Traybooks has it and goes on from here. You can close this tab and go back to Traybooks.',
);

export const REFUSAL_RECEIVED_PAGE = page(
  'Nothing was connected',
  'FreshBooks did not give access. You can close this tab and go back to Traybooks.',
);

/** For everything that is not the answer; it does not say what would have been one. */
export const PLAIN_REFUSAL = answer(
  'text/plain; charset=utf-8',
  'This is not what Traybooks is waiting for.\n',
);

function page(title: string, text: string): CallbackPage {
  return answer(
    'text/html; charset=utf-8',
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Traybooks</title>
<link rel="icon" href="data:,">
<script>${SCRIPT}</script>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="name">Traybooks</p>
<h1>${title}</h1>
<p>${text}</p>
</main>
</body>
</html>
`,
  );
}

function answer(contentType: string, body: string): CallbackPage {
  return {
    body,
    headers: {
      'Content-Type': contentType,
      'Content-Length': String(Buffer.byteLength(body)),
      'Content-Security-Policy': CONTENT_POLICY,
      'Cache-Control': 'no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      Connection: 'close',
    },
  };
}

/** CSP allows an inline element by the hash of its exact text. */
function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}
