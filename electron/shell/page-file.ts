// Which file an address of the page means, and which are none of the page's business.
import { join, normalize, sep } from 'node:path';

export const SCHEME = 'app';
export const PAGE_ORIGIN = `${SCHEME}://traybooks`;
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`;

/**
 * @param folder the built page, an absolute path
 * @returns an absolute path inside the folder; null for another host or a path that climbs out
 */
export function fileFor(url: string, folder: string): string | null {
  const { protocol, host, pathname } = new URL(url);
  if (protocol !== `${SCHEME}:` || host !== 'traybooks') return null;
  const path = decoded(pathname);
  if (path === null || path.includes('\0')) return null;
  const file = normalize(join(folder, path));
  return file.startsWith(folder + sep) ? file : null;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
