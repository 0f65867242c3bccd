/**
 * "May this app see my books?", asked so that the answer can be meant.
 */
import { html } from 'hono/html';
import type { IdentityRecord, SampleBooks } from '../../state/sample-books.ts';
import type { AuthorizeRequest } from '../authorize-request.ts';
import { inPlainWords, type PlainPermission } from '../scopes.ts';
import { type Html, pageFrame } from './page-frame.ts';

/** @param requestId the one-time id the form brings back */
export function consentPage(
  request: AuthorizeRequest,
  books: SampleBooks,
  requestId: string,
): Html {
  const { identity } = books;
  const permissions = inPlainWords(request.scopes);
  const destination = new URL(request.redirectUri).host;
  return pageFrame(
    `Authorize ${request.app.name}`,
    html`
<div class="head">
<div class="pair" aria-hidden="true">${appMark}${link}${booksMark}</div>
<h1>${request.app.name} would like to use your FreshBooks</h1>
</div>
<div class="who">
<span class="avatar" aria-hidden="true">${initials(identity)}</span>
<span class="who-text">
<span class="who-name">Signed in as ${identity.firstName} ${identity.lastName}</span>
<span class="who-mail">${identity.email}</span>
</span>
</div>
<div class="asks">
${permissionList('It will be able to see', eye, permissions, 'see')}
${permissionList('It will be able to see and change', pen, permissions, 'change')}
<p class="small">Your answer goes to ${destination}, on this computer.</p>
</div>
<form method="post">
<input type="hidden" name="request_id" value="${requestId}">
<button type="submit" name="decision" value="cancel">Cancel</button>
<button class="primary" type="submit" name="decision" value="authorize">Authorize</button>
</form>`,
  );
}

function permissionList(
  title: string,
  icon: Html,
  permissions: readonly PlainPermission[],
  kind: PlainPermission['kind'],
): Html | string {
  const shown = permissions.filter((permission) => permission.kind === kind);
  if (shown.length === 0) return '';
  return html`<h2>${title}</h2>
<ul>${shown.map((permission) => html`<li>${icon}<span>${sentenceCase(permission.what)}</span></li>`)}</ul>`;
}

function initials(identity: IdentityRecord): string {
  return identity.firstName.slice(0, 1) + identity.lastName.slice(0, 1);
}

function sentenceCase(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

const appMark = html`<svg class="mark mark-app" viewBox="0 0 44 44" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"><path d="M11 25h6l2 4h6l2-4h6"/><path d="M14.5 14h15L33 25v6a2 2 0 0 1-2 2H13a2 2 0 0 1-2-2v-6z"/></svg>`;
const booksMark = html`<svg class="mark mark-books" viewBox="0 0 44 44" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"><path d="M22 15c-3-2-6-2.5-10-2.5V30c4 0 7 .5 10 2.5 3-2 6-2.5 10-2.5V12.5c-4 0-7 .5-10 2.5z"/><path d="M22 15v17.5"/></svg>`;
const link = html`<svg class="link" viewBox="0 0 36 12" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"><path d="M2 6h32.1" stroke-dasharray="0 6.4"/></svg>`;
const eye = html`<svg viewBox="0 0 18 18" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M1.5 9s2.7-5 7.5-5 7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5z"/><circle cx="9" cy="9" r="2.2"/></svg>`;
const pen = html`<svg viewBox="0 0 18 18" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M11.8 2.800l3.4 3.400L6 15.400l-4 .6.6-4z"/><path d="M9.6 5l3.4 3.4"/></svg>`;
