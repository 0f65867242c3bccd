import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createApiCall } from '../../../../electron/freshbooks/api-call.ts';
import type { ApiRequest } from '../../../../electron/freshbooks/api-request.ts';
import { failed, ok } from '../../../../shared/result.ts';
import {
  connectionDropped,
  connectionRefused,
  json,
  type Reply,
  scriptedFetch,
  silence,
} from '../../../support/scripted-fetch.ts';
import { SIGNED_OUT, scriptedTokens, scriptedWorld } from '../../../support/scripted-freshbooks.ts';

const shape = z.object({ fine: z.boolean() });
const FINE = { fine: true };

const READ: ApiRequest = {
  method: 'GET',
  path: '/things',
  query: [['search[vis_state]', '0']],
  scope: 'user:invoices:read',
  thing: 'business',
};
const CREATE: ApiRequest = { ...READ, method: 'POST', body: { thing: 1 } };
const DELETE: ApiRequest = { ...READ, method: 'DELETE' };

function calling(...replies: Reply[]) {
  const network = scriptedFetch(...replies);
  const world = scriptedWorld(network);
  return { call: createApiCall(world), sent: network.sent, world };
}

describe('a call', () => {
  it('carries the token, the user agent and what it accepts', async () => {
    const { call, sent } = calling(json(FINE));
    expect(await call(READ, shape)).toEqual(ok(FINE));
    expect(sent[0]?.url.href).toBe('https://freshbooks.test/things?search%5Bvis_state%5D=0');
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
      authorization: 'Bearer token-1',
      accept: 'application/json',
      'user-agent': 'Traybooks/0.1.0',
    });
  });

  it('names its content only when it sends any', async () => {
    const { call, sent } = calling(json(FINE));
    await call(CREATE, shape);
    expect(sent[0]?.headers.get('content-type')).toBe('application/json');
    expect(sent[0]?.body).toEqual({ thing: 1 });
  });

  it('sends whatever changes something by the way that never sends twice', async () => {
    const reads = scriptedFetch();
    const writes = scriptedFetch(json(FINE), json(FINE), new Response(null, { status: 204 }));
    const call = createApiCall(scriptedWorld(reads, { writes }));
    await call(CREATE, shape);
    await call({ ...CREATE, method: 'PUT' }, shape);
    await call(DELETE, null);
    expect(writes.sent.map(({ method }) => method)).toEqual(['POST', 'PUT', 'DELETE']);
    expect(reads.sent).toEqual([]);
  });

  it('is not made without a token', async () => {
    const network = scriptedFetch();
    const tokens = { ...scriptedTokens(), accessToken: async () => SIGNED_OUT };
    const call = createApiCall(scriptedWorld(network, { tokens }));
    expect(await call(READ, shape)).toEqual(SIGNED_OUT);
    expect(network.sent).toEqual([]);
  });
});

describe('a 401', () => {
  // The recorded bodies, and one of the kind a gateway adds: none of them may matter.
  const bodies = [
    '{"error":"unauthenticated","error_description":"This action requires authentication."}',
    '{"response":{"errors":[{"errno":1003,"message":"The server could not verify that you are authorized"}]}}',
    '{"code":16,"message":"Request failed","details":[{"reason":"1003","metadata":{"message":"…"}}]}',
    '{"message":"invalid_token: The request token failed to authenticate or validate."}',
    '<html>401</html>',
    '',
  ];

  it.each(bodies)('renews the token and repeats once, whatever it says: %s', async (body) => {
    const { call, sent, world } = calling(new Response(body, { status: 401 }), json(FINE));
    expect(await call(READ, shape)).toEqual(ok(FINE));
    expect(world.tokens.refused).toEqual(['token-1']);
    expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it('repeats a write too: a refused one was not carried out', async () => {
    const { call, sent } = calling(json({}, 401), json(FINE));
    expect(await call(CREATE, shape)).toEqual(ok(FINE));
    expect(sent.map(({ body }) => body)).toEqual([{ thing: 1 }, { thing: 1 }]);
  });

  it('asks for a sign-in when the renewed token is refused as well, and stops', async () => {
    const { call, sent, world } = calling(json({}, 401), json({}, 401));
    expect(await call(READ, shape)).toEqual(SIGNED_OUT);
    expect(sent).toHaveLength(2);
    expect(world.tokens.refused).toEqual(['token-1']);
  });

  it('passes on why the token could not be renewed', async () => {
    const network = scriptedFetch(json({}, 401));
    const tokens = scriptedTokens(failed({ code: 'offline' }));
    const call = createApiCall(scriptedWorld(network, { tokens }));
    expect(await call(READ, shape)).toEqual(failed({ code: 'offline' }));
    expect(network.sent).toHaveLength(1);
  });
});

describe('a call without an answer', () => {
  it.each([
    ['is offline when nothing was sent', READ, connectionRefused, 'offline'],
    ['is offline when a read got lost', READ, connectionDropped, 'offline'],
    ['is offline when a write was never sent', CREATE, connectionRefused, 'offline'],
    ['has an unknown outcome when a write got lost', CREATE, connectionDropped, 'outcome-unknown'],
    ['has an unknown outcome when a delete got lost', DELETE, connectionDropped, 'outcome-unknown'],
  ] as const)('%s', async (_, request, reply, code) => {
    const { call, sent } = calling(reply);
    expect(await call(request, shape)).toEqual(failed({ code }));
    expect(sent).toHaveLength(1);
  });

  it.each([
    [READ, 'offline'],
    [CREATE, 'outcome-unknown'],
  ] as const)('ends after 20 seconds', async (request, code) => {
    const { call, sent, world } = calling(silence);
    const answer = call(request, shape);
    await Promise.resolve();
    expect(world.clock.pending).toEqual([20_000]);
    world.clock.runOut();
    expect(await answer).toEqual(failed({ code }));
    expect(sent[0]?.signal?.aborted).toBe(true);
  });

  it('counts the body into the time limit', async () => {
    const halfABody = new Response(
      new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode('{"fi')) }),
    );
    const { call, world } = calling(halfABody);
    const answer = call(READ, shape);
    await settle();
    world.clock.runOut();
    expect(await answer).toEqual(failed({ code: 'offline' }));
  });

  it('ends even when fetch does not heed its signal', async () => {
    const { call, world } = calling(() => new Promise<never>(() => undefined));
    const answer = call(READ, shape);
    await Promise.resolve();
    world.clock.runOut();
    expect(await answer).toEqual(failed({ code: 'offline' }));
  });

  it('takes a body that breaks off for no answer', async () => {
    const broken = () =>
      new Response(new ReadableStream({ start: (body) => body.error(new Error('reset')) }));
    expect(await calling(broken).call(READ, shape)).toEqual(failed({ code: 'offline' }));
    expect(await calling(broken).call(CREATE, shape)).toEqual(failed({ code: 'outcome-unknown' }));
  });

  it('leaves no timer behind once it was answered', async () => {
    const { call, world } = calling(json(FINE));
    await call(READ, shape);
    expect(world.clock.pending).toEqual([]);
  });
});

describe('an aborted call', () => {
  const cancelled = failed({ code: 'cancelled', by: 'person' });

  it('is cancelled while under way', async () => {
    const { call, sent } = calling(silence);
    const abort = new AbortController();
    const answer = call(READ, shape, abort.signal);
    await Promise.resolve();
    abort.abort();
    expect(await answer).toEqual(cancelled);
    expect(sent[0]?.signal?.aborted).toBe(true);
  });

  it('sends nothing when it was aborted before', async () => {
    const { call, sent } = calling(json(FINE));
    expect(await call(READ, shape, AbortSignal.abort())).toEqual(cancelled);
    expect(sent).toEqual([]);
  });
});

/** Lets everything that waits for nothing but its turn take it. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
