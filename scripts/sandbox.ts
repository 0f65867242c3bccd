/**
 * Serves the sample FreshBooks alone, so that the app, a browser or curl can be pointed at it.
 *
 *   npm run sandbox -- [--port N] [--json]
 */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { startSandbox } from '../electron/sandbox/start-sandbox.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, json: { type: 'boolean', default: false } },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port takes a number from 0 (any free port) to 65535, not "${values.port}".`);
  process.exit(2);
}

const sandbox = await startSandbox({ clock: Date.now, randomBytes, port });
const callbackPorts = [47821, 47822, 47823];
const credentials = sandbox.registerApp({
  name: 'Traybooks',
  redirectUris: callbackPorts.flatMap((callback) => [
    `https://localhost:${callback}/callback`,
    `http://localhost:${callback}/callback`,
  ]),
  scopes: [
    'user:profile:read',
    'user:invoices:read',
    'user:clients:read',
    'user:projects:read',
    'user:billable_items:read',
    'user:time_entries:read',
    'user:time_entries:write',
  ],
});

if (values.json) {
  console.log(
    JSON.stringify({
      authBaseUrl: sandbox.baseUrl,
      apiBaseUrl: sandbox.baseUrl,
      ...credentials,
    }),
  );
} else {
  console.log(`The sample FreshBooks is running. Start Traybooks with these two set:

TRAYBOOKS_AUTH_BASE_URL=${sandbox.baseUrl}
TRAYBOOKS_API_BASE_URL=${sandbox.baseUrl}

and connect with

client id: ${credentials.clientId}
client secret: ${credentials.clientSecret}

Everything is kept in memory only. Ctrl+C stops it.`);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void sandbox.stop().then(() => process.exit(0));
  });
}
