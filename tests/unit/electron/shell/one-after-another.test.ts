import { describe, expect, it } from 'vitest';
import { oneAfterAnother } from '../../../../electron/shell/one-after-another.ts';
import { NeverSentError, networkFailure } from '../../../../shared/network-failure.ts';

function heldTask(log: string[], name: string) {
  let end = () => {};
  let fail = (_error: Error) => {};
  const held = new Promise<string>((resolve, reject) => {
    end = () => resolve(name);
    fail = reject;
  });
  const task = () => {
    log.push(name);
    return held;
  };
  return { task, end: () => end(), fail: (error: Error) => fail(error) };
}

describe('one after another', () => {
  it('begins a task only when the one before it has ended', async () => {
    const inTurn = oneAfterAnother();
    const log: string[] = [];
    const first = heldTask(log, 'first');
    const second = heldTask(log, 'second');
    const answers = [inTurn(first.task), inTurn(second.task)];
    await Promise.resolve();
    expect(log).toEqual(['first']);
    first.end();
    second.end();
    expect(await Promise.all(answers)).toEqual(['first', 'second']);
  });

  it('goes on after a failure, which only its own caller hears of', async () => {
    const inTurn = oneAfterAnother();
    const log: string[] = [];
    const first = heldTask(log, 'first');
    const failing = inTurn(first.task);
    const next = inTurn(async () => 'next');
    first.fail(new Error('cut'));
    await expect(failing).rejects.toThrow('cut');
    expect(await next).toBe('next');
  });

  it('never begins what was given up while it waited, and says that it was never sent', async () => {
    const inTurn = oneAfterAnother();
    const log: string[] = [];
    const first = heldTask(log, 'first');
    const second = heldTask(log, 'second');
    const abort = new AbortController();
    const begun = inTurn(first.task);
    const waiting = inTurn(second.task, abort.signal).catch((error: unknown) => error);
    abort.abort();
    const error = await waiting;
    expect(error).toBeInstanceOf(NeverSentError);
    expect(networkFailure(error)).toBe('not-sent');
    first.end();
    await begun;
    expect(await inTurn(async () => 'third')).toBe('third');
    expect(log).toEqual(['first']);
  });

  it('leaves a task that has begun to its own end', async () => {
    const inTurn = oneAfterAnother();
    const abort = new AbortController();
    const task = heldTask([], 'begun');
    const answer = inTurn(task.task, abort.signal);
    await Promise.resolve();
    abort.abort();
    task.end();
    expect(await answer).toBe('begun');
  });
});
