import { beforeEach, describe, expect, it } from 'vitest';
import type { ProviderAnswer } from '../../../../electron/auth/provider-answer.ts';
import { createWaitingRoom, type WaitingRoom } from '../../../../electron/auth/waiting-room.ts';
import { failed, ok, type Result } from '../../../../shared/result.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';

const CODE: ProviderAnswer = { kind: 'code', code: 'the-code' };
const LIMIT_MS = 300_000;

let time: ManualClock;
let room: WaitingRoom;
let opened: number;

const parts = {
  async openBrowser() {
    opened += 1;
    return ok();
  },
  readPasted: (text: string): Result<ProviderAnswer> =>
    text === 'right' ? ok(CODE) : failed({ code: 'sign-in-needed', reason: 'not-an-address' }),
};

beforeEach(() => {
  time = manualClock();
  room = createWaitingRoom(time.timers, LIMIT_MS);
  opened = 0;
});

it('ends with the first of several answers', async () => {
  const outcome = room.wait(parts);
  room.answer(CODE);
  room.answer({ kind: 'refusal', error: 'access_denied' });
  room.cancel();
  expect(await outcome).toEqual(ok(CODE));
  expect(time.pending).toEqual([]);
});

it('does not wait for a browser that never reports back', async () => {
  const outcome = room.wait({ ...parts, openBrowser: () => new Promise(() => {}) });
  room.cancel();
  expect(await outcome).toEqual(failed({ code: 'cancelled', by: 'person' }));
});

it('lets a bug in opening the browser be seen as one', async () => {
  const outcome = room.wait({ ...parts, openBrowser: () => Promise.reject(new Error('a bug')) });
  await expect(outcome).rejects.toThrow('a bug');
});

describe('when it is over before the waiting began', () => {
  it.each<readonly [what: string, end: () => void]>([
    ['cancelled', () => room.cancel()],
    ['timed out', () => time.advance(LIMIT_MS)],
  ])('%s: no browser opens, and nothing can be pasted', async (_what, end) => {
    end();
    expect(await room.wait(parts)).toMatchObject({ error: { code: 'cancelled' } });
    expect(opened).toBe(0);
    expect(room.paste('right')).toBeNull();
    expect(room.openBrowser()).toBeNull();
  });
});

it('takes a paste only while it waits', async () => {
  expect(room.paste('right')).toBeNull();
  const outcome = room.wait(parts);
  expect(room.paste('wrong')).toMatchObject({ error: { reason: 'not-an-address' } });
  expect(room.paste('right')).toEqual(ok());
  expect(await outcome).toEqual(ok(CODE));
  expect(room.paste('right')).toBeNull();
});
