import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';

type Script = ChildProcessByStdio<null, Readable, Readable>;
let script: Script | undefined;
afterEach(() => {
  script?.kill('SIGKILL');
});

function run(...args: string[]): Script {
  script = spawn(process.execPath, ['--import', 'tsx', 'scripts/sandbox.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return script;
}

async function outputUntil(stream: Readable, end: string): Promise<string> {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    text += chunk;
    if (text.includes(end)) break;
  }
  return text;
}

describe('the sandbox alone', () => {
  it('prints its base URLs and credentials, and stops when asked', async () => {
    const started = run();
    const text = await outputUntil(started.stdout, 'stops it.\n');
    const baseUrl = /^TRAYBOOKS_AUTH_BASE_URL=(http:\/\/127\.0\.0\.1:\d+)$/m.exec(text)?.[1];
    const clientId = /^client id: ([0-9a-f]{64})$/m.exec(text)?.[1];
    expect(text).toMatch(/^client secret: [0-9a-f]{64}$/m);
    expect(text).toContain(`\nTRAYBOOKS_API_BASE_URL=${baseUrl}\n`);

    for (const redirect of [
      'http://localhost:47823/callback',
      'https://localhost:47821/callback',
    ]) {
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: clientId ?? '',
        redirect_uri: redirect,
      });
      expect((await fetch(`${baseUrl}/oauth/authorize?${query}`)).status).toBe(200);
    }
    started.kill('SIGTERM');
    expect(await once(started, 'exit')).toEqual([0, null]);
  });

  it('prints one line of JSON for programs', async () => {
    const text = await outputUntil(run('--json').stdout, '\n');
    expect(JSON.parse(text)).toEqual({
      authBaseUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      apiBaseUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      clientId: expect.any(String),
      clientSecret: expect.any(String),
    });
  });

  it('says what is wrong with a port', async () => {
    const started = run('--port', 'eighty');
    const text = await outputUntil(started.stderr, '\n');
    expect(text).toContain('--port takes a number');
    if (started.exitCode === null) await once(started, 'exit');
    expect(started.exitCode).toBe(2);
  });
});
