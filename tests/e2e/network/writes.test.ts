// Chromium repeats a request, POST included, when a kept-alive connection drops before the answer.
// For a token refresh that means signed out, for a time entry billed twice. Here the server does
// the work and hangs up, and counts.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dropAfterHandling } from '../../../electron/sandbox/faults/connection-faults.ts';
import { Installation } from '../../support/app/installation.ts';
import { logTime } from '../../support/app/log-time.ts';
import { refresh, todaysEntries } from '../../support/app/screens.ts';
import { openPopover } from '../../support/app/window.ts';

const TOKEN = /\/oauth\/token$/;
const ENTRIES = /\/time_entries$/;

let installation: Installation;

function posts(path: RegExp): number {
  return installation.sandbox.requests.filter(
    (request) => request.method === 'POST' && path.test(request.path),
  ).length;
}

async function log(note: string): Promise<void> {
  await logTime(installation.app, { duration: '0:15', note });
}

async function arrived(note: string): Promise<void> {
  const entries = installation.sandbox.backstage.timeEntries;
  await expect.poll(() => entries().filter((entry) => entry.note === note).length).toBe(1);
}

beforeAll(async () => {
  installation = await Installation.make();
  await installation.start();
  await installation.connect();
});

beforeEach(() => installation.sandbox.faults.clear());

afterAll(() => installation.close());

describe('a connection that drops before the answer', () => {
  it('makes Chromium send a POST again by itself: what all this is for', async () => {
    const seen = { posts: 0 };
    const server = createServer((request, response) => {
      if (request.method === 'GET') {
        response.end('warm');
        return;
      }
      seen.posts += 1;
      request.resume();
      request.on('end', () => request.socket.destroy());
    });
    const url = await listen(server);
    await installation.app.electron.evaluate(async ({ net }, address) => {
      const warm = await net.fetch(address);
      await warm.text();
      await net.fetch(address, { method: 'POST', body: 'once' }).catch(() => undefined);
    }, url);
    server.close();
    // When this is 1 one day, Chromium has changed and shell/network.ts may become simpler.
    expect(seen.posts).toBe(2);
  });

  it('leaves one time entry, asked for once, though the one before kept its connection warm', async () => {
    const { page, sandbox } = installation;
    await log('Warming up');
    await arrived('Warming up');
    const before = { posts: posts(ENTRIES), entries: sandbox.backstage.timeEntries().length };

    const fault = sandbox.faults.next({
      when: { method: 'POST', path: ENTRIES },
      outcome: dropAfterHandling,
      times: Number.POSITIVE_INFINITY,
    });
    await log('Sent once');
    await expect.poll(() => fault.used).toBe(1);
    await openPopover(installation.app);
    await todaysEntries(page).filter({ hasText: 'Sent once' }).first().waitFor();
    await refresh(page);
    fault.cancel();
    await refresh(page);

    expect(posts(ENTRIES) - before.posts).toBe(1);
    expect(sandbox.backstage.timeEntries().length - before.entries).toBe(1);
    expect(await todaysEntries(page).filter({ hasText: 'Sent once' }).count()).toBe(1);
  });

  it('spends a refresh token once', async () => {
    const { page, sandbox } = installation;
    // The entry just sent is the write before this one.
    await log('Warm again');
    await arrived('Warm again');
    await openPopover(installation.app);
    const before = posts(TOKEN);
    const fault = sandbox.faults.next({
      when: { method: 'POST', path: TOKEN },
      outcome: dropAfterHandling,
      times: Number.POSITIVE_INFINITY,
    });
    sandbox.backstage.expireAccessTokens();
    await refresh(page);
    expect(fault.used).toBe(1);
    expect(posts(TOKEN) - before).toBe(1);
    fault.cancel();
    const sent = sandbox.requests.flatMap(({ refreshTokenDigest }) => refreshTokenDigest ?? []);
    expect(sent.length).toBeGreaterThan(0);
    expect(new Set(sent).size).toBe(sent.length);
  });
});

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    });
  });
}
