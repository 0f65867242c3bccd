/**
 * Serves the sample FreshBooks alone, so that the app, a browser or curl can be pointed at it.
 *
 *   npm run sandbox -- [--port N] [--json]
 */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { startSandbox } from '../electron/sandbox/start-sandbox.ts';
import { LOOPBACK_PORTS, redirectUri } from '../shared/redirect-uris.ts';
import { SCOPES } from '../shared/scopes.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, json: { type: 'boolean', default: false } },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port takes a number from 0 (any free port) to 65535, not "${values.port}".`);
  process.exit(2);
}

const sandbox = await startSandbox({ clock: Date.now, randomBytes, port });
const credentials = sandbox.registerApp({
  name: 'Traybooks',
  // The plain ones are for clients that do not trust our own certificate.
  redirectUris: LOOPBACK_PORTS.flatMap((callback) => [
    redirectUri('https', callback),
    redirectUri('http', callback),
  ]),
  scopes: SCOPES,
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
