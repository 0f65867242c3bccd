/**
 * Pages for sign-ins that cannot go on. FreshBooks shows these instead of redirecting, and does not
 * say which scope or address was wrong (freshbooks-api.md §1.2); neither do we.
 */
import { html } from 'hono/html';
import type { OAuthError } from '../oauth-error.ts';
import { type Html, pageFrame } from './page-frame.ts';

const nextSteps: Readonly<Record<string, string>> = {
  invalid_client: 'Check the client id in the app, then start the sign-in again from there.',
  invalid_redirect_uri:
    'The address must be registered for this app exactly as the app sends it. Correct it, then start again.',
  invalid_scope:
    'Tick every permission the app asks for on its registration, then start the sign-in again.',
};

export function errorPage(error: OAuthError): Html {
  return pageFrame(
    'An error has occurred',
    html`<div class="sorry" role="alert">
<h1>An error has occurred</h1>
<p>${error.description}</p>
<p>${nextSteps[error.error] ?? 'Start the sign-in again from the app.'}</p>
<p><code>${error.error}</code></p>
</div>`,
  );
}

/** For a form that was already answered, waited too long, or came from another page. */
export function expiredPage(): Html {
  return pageFrame(
    'This page was already used',
    html`<div class="sorry" role="alert">
<h1>This page was already used</h1>
<p>Each permission page works once, for ten minutes. Go back to the app and start the sign-in again.</p>
</div>`,
  );
}
