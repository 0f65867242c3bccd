// Opens addresses in the person's browser. Whatever the page asks for passes an allow-list:
// the operating system would start any program registered for any scheme.
import { spawn } from 'node:child_process';
import { shell } from 'electron';
import { failed, ok, type Result } from '../../shared/result.ts';
import { isAllowedLink } from './link-allow-list.ts';

/** @returns false when the address is not one we open. */
export async function openLink(url: string): Promise<boolean> {
  if (!isAllowedLink(url)) return false;
  await shell.openExternal(url);
  return true;
}

/**
 * Opens the authorize URL of a sign-in. It is built by us, never by the page, and may point at
 * the sample data on loopback, which the allow-list would refuse.
 * @param program started with the URL as its only argument, in place of the default browser
 */
export function browserOpener(
  program: string | undefined,
): (url: string) => Promise<Result<undefined>> {
  const open = program ? (url: string) => start(program, url) : shell.openExternal;
  return (url) =>
    open(url).then(
      () => ok(),
      // Why depends on the desktop; what helps is the same: a browser that can be started.
      () => failed({ code: 'cancelled', by: 'no-browser' }),
    );
}

function start(program: string, url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const browser = spawn(program, [url], { detached: true, stdio: 'ignore' });
    browser.once('error', reject);
    browser.once('spawn', () => {
      browser.unref();
      resolve();
    });
  });
}
