// Chromium can be told by a switch to log its network traffic. That file has the headers of every
// request in it, tokens included, as plain text, and it is the first thing people are asked for
// when a connection fails.
import { app } from 'electron';

/** Must run before the app is ready: that is when the log begins. */
export function keepNoNetworkLog(): void {
  app.commandLine.removeSwitch('log-net-log');
}
