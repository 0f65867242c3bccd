/**
 * The frame of every page a person sees here. It says on each one that this is not the real
 * service, and its policy lets nothing in from outside the page.
 */
import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import { pageStyle } from './page-style.ts';

export type Html = ReturnType<typeof html>;

const styleHash = createHash('sha256').update(pageStyle).digest('base64');

/** @param title of the browser tab; @param body the card's contents */
export function pageFrame(title: string, body: Html): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${raw(pageStyle)}</style>
</head>
<body>
<main class="card">
<p class="notice">Sample FreshBooks — embedded in Traybooks, not the real service</p>
${body}
</main>
</body>
</html>`;
}

/**
 * Headers that go with a page.
 *
 * @param formTarget origin the page's form ends up at after our redirect. Chromium applies
 *   `form-action` to every hop, so without it the Authorize button would do nothing.
 */
export function pageHeaders(formTarget?: string): Record<string, string> {
  const formAction = formTarget ? `'self' ${formTarget}` : "'none'";
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      `style-src 'sha256-${styleHash}'`,
      `form-action ${formAction}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
    'Cache-Control': 'no-store',
    // Not `no-referrer`: that would make the browser post the form with `Origin: null`.
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  };
}
