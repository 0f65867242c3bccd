// Where a caller waits for its answer: a pipe that exists for one request and takes one answer.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer } from './exit-codes.ts';
import type { Ask } from './read-argv.ts';
import { type CallerRequest, FOLDER_PREFIX, REQUEST_FILE, readAnswer } from './request.ts';

/** Far more than any answer; whoever sends more is not the app. */
const LONGEST_ANSWER = 1_000_000;

export interface WaitingPlace {
  /** What is handed over: its path is all the app has to know. */
  readonly folder: string;
  readonly answer: Promise<Answer>;
  /** An app has the request: its answer is on the way. */
  isTaken(): boolean;
  /** Leaves nothing behind. */
  close(): void;
}

/** @throws where no folder or no pipe can be made */
export async function openWaitingPlace(ask: Ask, json: boolean): Promise<WaitingPlace> {
  // `mkdtemp` makes it 0700; said again for systems whose umask knows better.
  const folder = mkdtempSync(join(tmpdir(), FOLDER_PREFIX));
  chmodSync(folder, 0o700);
  const secret = randomBytes(16).toString('hex');
  const pipe =
    process.platform === 'win32'
      ? `\\\\.\\pipe\\traybooks-${randomBytes(16).toString('hex')}`
      : join(folder, 'answer');
  const request: CallerRequest = { ask, json, pipe, secret };
  writeFileSync(join(folder, REQUEST_FILE), JSON.stringify(request), { mode: 0o600, flag: 'wx' });

  let answered: (answer: Answer) => void = () => undefined;
  const answer = new Promise<Answer>((resolve) => {
    answered = resolve;
  });
  const server = createServer((socket) => listenTo(socket, request, answered));
  await listen(server, pipe);
  return {
    folder,
    answer,
    isTaken: () => !existsSync(join(folder, REQUEST_FILE)),
    close() {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Strangers are heard out and then forgotten: only who knows the secret has read the request. */
function listenTo(
  socket: Socket,
  request: CallerRequest,
  answered: (answer: Answer) => void,
): void {
  let text = '';
  socket.setEncoding('utf8');
  socket.on('data', (more: string) => {
    text += more;
    if (text.length > LONGEST_ANSWER) socket.destroy();
  });
  socket.on('error', () => socket.destroy());
  socket.on('end', () => {
    const answer = readAnswer(text, request);
    if (answer) answered(answer);
    socket.end();
  });
}

function listen(server: Server, pipe: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(pipe, resolve);
  });
}
