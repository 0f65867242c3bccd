import { chmodSync, existsSync, mkdtempSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { EXIT } from '../../../../../electron/shell/command-line/exit-codes.ts';
import { takeRequest } from '../../../../../electron/shell/command-line/request.ts';
import {
  openWaitingPlace,
  type WaitingPlace,
} from '../../../../../electron/shell/command-line/waiting-place.ts';

const opened: WaitingPlace[] = [];
afterEach(() => {
  for (const place of opened.splice(0)) place.close();
});

async function place() {
  const made = await openWaitingPlace({ do: 'add', text: 'acme 1h' }, false);
  opened.push(made);
  return made;
}

function say(pipe: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(pipe, () => socket.end(text));
    socket.once('error', reject).once('close', () => resolve());
  });
}

const ANSWER = { exitCode: EXIT.done, stdout: 'Added.', stderr: '' };

describe('a request on its way to the app', () => {
  it('lies where its user alone can read it', async () => {
    const { folder } = await place();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'request.json')).mode & 0o077).toBe(0);
  });

  it('is taken once, however often it is handed over', async () => {
    const { folder } = await place();
    expect(takeRequest(folder)).toMatchObject({ ask: { do: 'add', text: 'acme 1h' }, json: false });
    expect(takeRequest(folder)).toBeNull();
  });

  it('leaves nothing behind', async () => {
    const made = await place();
    made.close();
    expect(existsSync(made.folder)).toBe(false);
  });

  it('is refused from a folder others can look into', async () => {
    const { folder } = await place();
    chmodSync(folder, 0o755);
    expect(takeRequest(folder)).toBeNull();
  });

  it('is refused behind a link', async () => {
    const { folder } = await place();
    const link = join(mkdtempSync(join(tmpdir(), 'traybooks-link-')), 'link');
    symlinkSync(folder, link);
    expect(takeRequest(link)).toBeNull();
  });

  it('is refused where the answer would go elsewhere', async () => {
    const { folder } = await place();
    const request = { ask: { do: 'status' }, json: true, secret: 'a'.repeat(32) };
    for (const pipe of ['/run/other/socket', '\\\\far\\pipe\\x', join(folder, '../answer')]) {
      writeFileSync(join(folder, 'request.json'), JSON.stringify({ ...request, pipe }));
      expect(takeRequest(folder)).toBeNull();
    }
  });

  it.each([[undefined], [null], [7], ['relative'], ['\\\\far\\share'], ['/does/not/exist']])(
    'is refused when it is %j',
    (folder) => {
      expect(takeRequest(folder)).toBeNull();
    },
  );

  it('is refused when it asks for something else', async () => {
    const { folder } = await place();
    const rest = { json: false, secret: 'a'.repeat(32), pipe: join(folder, 'answer') };
    for (const ask of [{ do: 'quit' }, { do: 'add' }, { do: 'add', text: '' }, 'status']) {
      writeFileSync(join(folder, 'request.json'), JSON.stringify({ ...rest, ask }));
      expect(takeRequest(folder)).toBeNull();
    }
  });
});

describe('an answer', () => {
  it('is believed with the request’s secret', async () => {
    const { folder, answer } = await place();
    const request = takeRequest(folder);
    if (!request) throw new Error('The request was not taken');
    await say(request.pipe, JSON.stringify({ secret: request.secret, ...ANSWER }));
    expect(await answer).toEqual(ANSWER);
  });

  it('of a stranger is not believed, and the right one is still waited for', async () => {
    const { folder, answer } = await place();
    const request = takeRequest(folder);
    if (!request) throw new Error('The request was not taken');
    const strange = { ...ANSWER, stdout: 'Deceived.' };
    await say(request.pipe, JSON.stringify({ secret: 'b'.repeat(32), ...strange }));
    await say(request.pipe, JSON.stringify(strange));
    await say(request.pipe, 'not even that');
    await say(request.pipe, JSON.stringify({ secret: request.secret, ...ANSWER }));
    expect(await answer).toEqual(ANSWER);
  });
});
