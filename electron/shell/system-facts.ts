// What support needs to know of the computer: the runtime, the system, the desktop.
import { arch, release, type } from 'node:os';

/** Desktops name themselves in a few plain words; anything else says nothing we could use. */
const PLAIN_NAME = /^[\w:.-]{1,40}$/;

export function systemFacts(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const { electron, chrome, node } = process.versions;
  const desktop = [env.XDG_CURRENT_DESKTOP, env.XDG_SESSION_TYPE].filter(
    (name) => name !== undefined && PLAIN_NAME.test(name),
  );
  return [
    `Electron ${electron}, Chromium ${chrome}, Node ${node}`,
    `${type()} ${release()} ${arch()}${desktop.length > 0 ? `, ${desktop.join(' ')}` : ''}`,
  ];
}
