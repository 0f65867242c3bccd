/**
 * The state's life on disk. A killed process or a full disk leaves the old file or the new one,
 * never half of one: written beside, flushed, then renamed over.
 */
import { open, readFile, rename } from 'node:fs/promises';
import { type SandboxState, sandboxStateSchema } from './sandbox-state.ts';

export type LoadedState =
  | { readonly kind: 'none' }
  | { readonly kind: 'loaded'; readonly state: SandboxState }
  | { readonly kind: 'damaged'; readonly setAsideAs: string };

/**
 * @param path the state file
 * @param nowMs names the copy a damaged file is moved to, so that it can still be looked at
 * @throws when the file exists and cannot be read or moved (permissions, a failing disk)
 */
export async function loadState(path: string, nowMs: number): Promise<LoadedState> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return { kind: 'none' };
    }
    throw error;
  }
  const parsed = sandboxStateSchema.safeParse(parseJson(text));
  if (parsed.success) return { kind: 'loaded', state: parsed.data };
  const setAsideAs = `${path}.damaged-${nowMs}`;
  await rename(path, setAsideAs);
  return { kind: 'damaged', setAsideAs };
}

/**
 * A saver that writes one file at a time. Calls made while a write runs share the next one, so a
 * burst of changes costs two writes; each call resolves once a file holding its change is on disk.
 *
 * @param path undefined keeps everything in memory
 */
export function createStateSaver(
  path: string | undefined,
  state: SandboxState,
): () => Promise<void> {
  if (path === undefined) return async () => {};
  let running: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;

  return () => {
    waiting ??= running
      // The caller of the failed write was told; the next write stands on its own.
      .catch(() => {})
      .then(() => {
        waiting = undefined;
        running = writeDurably(path, JSON.stringify(state));
        return running;
      });
    return waiting;
  };
}

async function writeDurably(path: string, text: string): Promise<void> {
  const temporary = `${path}.new`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
