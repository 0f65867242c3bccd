import { describe, expect, it, vi } from 'vitest';
import { answerCommand, type CommandHandlers } from '../../../../electron/ipc/answer-command.ts';
import { COMMANDS } from '../../../../shared/ipc.ts';
import { failed, ok } from '../../../../shared/result.ts';

function handlersWith(some: Partial<CommandHandlers>): CommandHandlers {
  const refuse = () => {
    throw new Error('not expected here');
  };
  const all = Object.fromEntries(COMMANDS.map((name) => [name, refuse]));
  return { ...all, ...some } as CommandHandlers;
}

describe('answering a command', () => {
  it('passes a fitting input on and its answer back', async () => {
    const logTime = vi.fn(() => ok({ key: 'a' }));
    const entry = {
      durationSeconds: 5400,
      clientId: null,
      projectId: 7,
      serviceId: null,
      billable: null,
      note: '',
      day: '2026-09-02',
      startedAtMs: null,
    };
    const answer = await answerCommand(
      handlersWith({ 'time.log': logTime }),
      'time.log',
      entry,
      vi.fn(),
    );
    expect(answer).toEqual(ok({ key: 'a' }));
    expect(logTime).toHaveBeenCalledWith(entry);
  });

  it('hands expected failures through as values', async () => {
    const refresh = () => failed({ code: 'rate-limited', retryAfterSeconds: 7 });
    const answer = await answerCommand(
      handlersWith({ 'sync.refresh': refresh }),
      'sync.refresh',
      undefined,
      vi.fn(),
    );
    expect(answer).toEqual(failed({ code: 'rate-limited', retryAfterSeconds: 7 }));
  });

  it.each([
    ['a name that is not in the table', 'shell.run', undefined],
    ['a name inherited from Object', 'constructor', undefined],
    ['a name that is no text', ['sync.refresh'], undefined],
    ['an input where none belongs', 'sync.refresh', { force: true }],
    ['a missing input', 'business.choose', undefined],
    ['an id of the wrong type', 'business.choose', { businessId: '5120447' }],
    [
      'a negative duration',
      'time.log',
      {
        durationSeconds: -1,
        clientId: null,
        projectId: null,
        serviceId: null,
        note: '',
        day: '2026-09-02',
      },
    ],
    ['a flood of text', 'sign-in.use-address', { text: 'x'.repeat(5000) }],
    ['no address at all', 'link.open', { url: 'not an address' }],
  ])('refuses %s before any handler sees it', async (_what, name, input) => {
    const reportBug = vi.fn();
    const answer = await answerCommand(handlersWith({}), name, input, reportBug);
    expect(answer).toMatchObject({ ok: false, error: { code: 'bug' } });
    expect(reportBug).not.toHaveBeenCalled();
  });

  it('drops members the table does not name', async () => {
    const choose = vi.fn(() => ok());
    await answerCommand(
      handlersWith({ 'business.choose': choose }),
      'business.choose',
      { businessId: 5, evil: 1 },
      vi.fn(),
    );
    expect(choose).toHaveBeenCalledWith({ businessId: 5 });
  });

  it('turns a thrown error into a value that does not quote it', async () => {
    const reportBug = vi.fn();
    const cancel = () => {
      throw new Error('token 77ab…');
    };
    const answer = await answerCommand(
      handlersWith({ 'sign-in.cancel': cancel }),
      'sign-in.cancel',
      undefined,
      reportBug,
    );
    expect(answer).toEqual(failed({ code: 'bug', detail: 'sign-in.cancel' }));
    expect(reportBug).toHaveBeenCalledOnce();
  });

  it('does not let an answer out that is not in the table', async () => {
    const reportBug = vi.fn();
    const leaky = (() => ({
      ok: true,
      value: { key: 'a', state: 'saved', accessToken: 'eyJ' },
    })) as CommandHandlers['time.log'];
    const entry = {
      durationSeconds: 60,
      clientId: null,
      projectId: null,
      serviceId: null,
      billable: null,
      note: '',
      day: '2026-09-02',
      startedAtMs: null,
    };
    expect(
      await answerCommand(handlersWith({ 'time.log': leaky }), 'time.log', entry, reportBug),
    ).toEqual(ok({ key: 'a' }));
    const wrong = (() => ({ ok: true, value: 'eyJ' })) as unknown as CommandHandlers['time.log'];
    expect(
      await answerCommand(handlersWith({ 'time.log': wrong }), 'time.log', entry, reportBug),
    ).toMatchObject({ ok: false });
    expect(reportBug).toHaveBeenCalledOnce();
  });
});
