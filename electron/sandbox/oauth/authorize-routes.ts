/**
 * What happens in the person's browser: the consent page, its two buttons, and the pages for
 * requests that must not be answered by a redirect (freshbooks-api.md §1.2).
 */
import { Hono } from 'hono';
import type { SandboxEnv, SandboxWorld } from '../sandbox-world.ts';
import { issueCode } from './authorization-codes.ts';
import { judgeAuthorizeRequest, redirectLocation } from './authorize-request.ts';
import { consentPage } from './pages/consent-page.ts';
import { errorPage, expiredPage } from './pages/error-page.ts';
import { pageHeaders } from './pages/page-frame.ts';
import { createPendingConsents } from './pending-consents.ts';
import { authorizePaths, metadataPath, serverMetadata } from './server-metadata.ts';

export function authorizeRoutes(world: SandboxWorld): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  const pending = createPendingConsents(world);

  routes.get(metadataPath, (c) => c.json(serverMetadata(new URL(c.req.url).origin)));

  routes.on('GET', [...authorizePaths], (c) => {
    const judged = judgeAuthorizeRequest(world, c.req.query());
    switch (judged.kind) {
      case 'redirect':
        return c.redirect(judged.location);
      case 'page':
        return c.html(errorPage(judged.error), judged.error.status, pageHeaders());
      case 'ask': {
        const { request } = judged;
        const page = consentPage(request, world.state.books, pending.open(request));
        return c.html(page, 200, pageHeaders(new URL(request.redirectUri).origin));
      }
    }
  });

  routes.on('POST', [...authorizePaths], async (c) => {
    // A form on somebody else's page carries that page's origin. Browsers always send these
    // headers; programs following the form over HTTP send neither.
    const site = c.req.header('Sec-Fetch-Site') ?? 'same-origin';
    const ownOrigin = new URL(c.req.url).origin;
    const origin = c.req.header('Origin') ?? ownOrigin;
    if (site !== 'same-origin' || origin !== ownOrigin) {
      return c.html(expiredPage(), 403, pageHeaders());
    }
    const form = new URLSearchParams(await c.req.text());
    const request = pending.take(form.get('request_id') ?? undefined);
    if (!request) return c.html(expiredPage(), 400, pageHeaders());

    const { redirectUri, state } = request;
    if (form.get('decision') !== 'authorize') {
      return c.redirect(redirectLocation(redirectUri, { error: 'access_denied', state }));
    }
    const code = issueCode(world, request);
    await world.save();
    return c.redirect(redirectLocation(redirectUri, { code, state }));
  });

  return routes;
}
