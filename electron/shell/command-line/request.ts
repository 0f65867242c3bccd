// How a caller hands its request to the running app, and where it waits for the answer.
//
// The single-instance channel goes one way, so the request names a private pipe. Everything rests
// in a folder that the caller makes for this one request, readable by its user alone: on the way
// through the channel goes only the folder's path. Nobody else on the computer can read what was
// typed, connect to the pipe in that folder, or put a request there. A named pipe of Windows lies
// in no folder and can be opened by others, so an answer must also begin with the request's secret
// number; without it the caller goes on waiting.
import { lstatSync, readFileSync, rmSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { EXIT } from './exit-codes.ts';

export const FOLDER_PREFIX = 'traybooks-request-';
export const REQUEST_FILE = 'request.json';

const WINDOWS_PIPE = /^\\\\\.\\pipe\\traybooks-[0-9a-f]{32}$/;

const askSchema = z.union([
  z.object({ do: z.enum(['add', 'start']), text: z.string().min(1).max(2000) }),
  z.object({ do: z.enum(['stop', 'pause', 'resume', 'status', 'show']) }),
]);

const requestSchema = z.object({
  ask: askSchema,
  json: z.boolean(),
  pipe: z.string().max(300),
  secret: z.string().regex(/^[0-9a-f]{32}$/),
});

export type CallerRequest = Readonly<z.infer<typeof requestSchema>>;

const answerSchema = z.object({
  secret: z.string(),
  exitCode: z.enum(EXIT),
  stdout: z.string(),
  stderr: z.string(),
});

/** @returns null unless it is an answer by someone who has read this request */
export function readAnswer(text: string, { secret }: Pick<CallerRequest, 'secret'>) {
  const parsed = answerSchema.safeParse(json(text));
  if (!parsed.success || parsed.data.secret !== secret) return null;
  const { exitCode, stdout, stderr } = parsed.data;
  return { exitCode, stdout, stderr };
}

/**
 * Takes the request away, so that a caller who is not sure of having been heard can say it again
 * and an entry is still added once.
 * @param folder as it came through the channel
 * @returns null for anything a caller of ours would not have made: the app must not be led to
 *   another user's files, or to a pipe on another computer, where Windows would sign itself in
 */
export function takeRequest(folder: unknown): CallerRequest | null {
  if (typeof folder !== 'string' || !isOurs(folder)) return null;
  let text: string;
  try {
    text = readFileSync(join(folder, REQUEST_FILE), 'utf8');
    rmSync(join(folder, REQUEST_FILE));
  } catch {
    // Gone: it was taken, or its caller has given up.
    return null;
  }
  const parsed = requestSchema.safeParse(json(text));
  if (!parsed.success) return null;
  const { pipe } = parsed.data;
  const isPrivate =
    process.platform === 'win32' ? WINDOWS_PIPE.test(pipe) : pipe === join(folder, 'answer');
  return isPrivate ? parsed.data : null;
}

function isOurs(folder: string): boolean {
  if (!isAbsolute(folder) || folder.startsWith('\\\\')) return false;
  try {
    // Not followed: a link could lead anywhere.
    const { mode, uid } = lstatSync(folder);
    if (process.platform === 'win32') return true;
    const isFolder = (mode & 0o170000) === 0o040000;
    return isFolder && (mode & 0o077) === 0 && uid === process.getuid?.();
  } catch {
    return false;
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
