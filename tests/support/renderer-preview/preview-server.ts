// Builds the page as the app does and serves it with the app's own content policy, so that
// screens can be looked at and tested in a plain browser.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBuilder } from 'vite';
import { CONTENT_POLICY } from '../../../electron/shell/content-policy.ts';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

interface Preview {
  readonly url: string;
  close(): Promise<void>;
}

/** @param folder an empty folder for the built page */
export async function servePreview(folder: string): Promise<Preview> {
  await build(folder);
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = resolve(join(folder, path === '/' ? 'index.html' : path));
    try {
      const body = await readFile(file);
      response.writeHead(200, {
        'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
        'Content-Security-Policy': CONTENT_POLICY,
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

async function build(folder: string): Promise<void> {
  // A test runner says "test" here, and Vite would build React's development version.
  const environmentBefore = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    const builder = await createBuilder({
      configFile: join(PROJECT, 'vite.config.ts'),
      root: join(PROJECT, 'renderer'),
      logLevel: 'warn',
      environments: { client: { build: { outDir: folder, emptyOutDir: true } } },
    });
    const { client } = builder.environments;
    if (!client) throw new Error('vite.config.ts has no client environment');
    await builder.build(client);
  } finally {
    if (environmentBefore === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environmentBefore;
  }
}
