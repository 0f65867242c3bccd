import { describe, expect, it } from 'vitest';
import { createQuickLine, type Taken } from '../../../../renderer/quick-add/quick-line.ts';
import type { EntryKey } from '../../../../shared/ids.ts';
import type { CommandAnswer, CommandInput, CommandName } from '../../../../shared/ipc.ts';
import type { Undoable } from '../../../../shared/snapshot.ts';

const STORED = { ok: true, value: { key: 'entry-1' } };
const FULL_DISK = { ok: false, error: { code: 'storage-full' } };

function undoable(what: Undoable['what'], key: string): Undoable {
  return { id: `${what}-${key}`, what, key: key as EntryKey, untilMs: 0 };
}

/** A main process that answers when it is told to. */
function heldApi() {
  const sent: CommandName[] = [];
  const waiting: ((answer: unknown) => void)[] = [];
  return {
    sent,
    async answer(answer: unknown) {
      waiting.shift()?.(answer);
      await new Promise((done) => setTimeout(done, 0));
    },
    api: {
      call<Name extends CommandName>(name: Name, ..._input: unknown[]) {
        sent.push(name);
        return new Promise<CommandAnswer<Name>>((resolve) => {
          waiting.push((answer) => resolve(answer as CommandAnswer<Name>));
        });
      },
    },
  };
}

function taken(typed: string, rest = ''): Taken<CommandInput<'time.log'>> {
  const input = {
    clientId: null,
    projectId: null,
    serviceId: null,
    billable: null,
    note: '',
    durationSeconds: 60,
    day: '2026-11-13',
    startedAtMs: null,
  };
  return { input, typed, rest, words: '1 m' };
}

function typed(text: string) {
  const held = heldApi();
  const line = createQuickLine(held.api);
  line.change(text);
  return { ...held, line };
}

describe('the quick-add line', () => {
  it('is empty at once when its text was taken, and says so once it is stored', async () => {
    const { line, answer } = typed('1m');
    void line.log(taken('1m'));
    expect(line.current()).toMatchObject({ text: '', underWay: 1, done: null });
    await answer(STORED);
    expect(line.current()).toMatchObject({ underWay: 0, done: { what: 'logged', key: 'entry-1' } });
  });

  it('is taken once, however often Enter was pressed before it was drawn anew', () => {
    const { line, sent } = typed('1m');
    void line.log(taken('1m'));
    void line.log(taken('1m'));
    expect(sent).toEqual(['time.log']);
  });

  it('starts one timer for two presses in an empty line', () => {
    const { line, sent } = typed('');
    const { input } = taken('');
    const timer = { input: { ...input, startedAtMs: null }, typed: '', rest: '', words: '' };
    void line.startTimer(timer);
    void line.startTimer(timer);
    expect(sent).toEqual(['timer.start']);
  });

  it('takes the next line while the last one is under way', async () => {
    const { line, sent, answer } = typed('1m');
    void line.log(taken('1m'));
    line.change('2m');
    void line.log(taken('2m'));
    expect(sent).toEqual(['time.log', 'time.log']);
    await answer(STORED);
    expect(line.current().underWay).toBe(1);
    await answer(STORED);
    expect(line.current()).toMatchObject({ underWay: 0, text: '' });
  });

  it('has its text back when it could not be stored', async () => {
    const { line, answer } = typed('acme 1m');
    void line.log(taken('acme 1m', 'acme '));
    await answer(FULL_DISK);
    expect(line.current()).toMatchObject({
      text: 'acme 1m',
      done: null,
      failed: [{ typed: 'acme 1m', isBack: true }],
    });
    line.change('acme 1m!');
    expect(line.current().failed).toEqual([]);
  });

  it('keeps every failed text that had to make room, until it is put back', async () => {
    const { line, answer } = typed('1m');
    void line.log(taken('1m'));
    line.change('2m');
    void line.log(taken('2m'));
    line.change('3m');
    await answer(FULL_DISK);
    await answer(FULL_DISK);
    line.change('3m more');
    const [first, second] = line.current().failed;
    expect([first?.typed, second?.typed]).toEqual(['1m', '2m']);
    if (second) line.putBack(second);
    expect(line.current()).toMatchObject({ text: '2m 3m more', failed: [{ typed: '1m' }] });
  });

  it('has what was undone again, to be mended, unless something else is typed', async () => {
    const { line, answer } = typed('acme 1m');
    void line.log(taken('acme 1m', 'acme '));
    await answer(STORED);
    void line.undo(undoable('added', 'entry-1'));
    await answer({ ok: true, value: undefined });
    expect(line.current()).toMatchObject({ text: 'acme 1m', done: { what: 'undone' } });

    line.change('other');
    void line.undo(undoable('added', 'entry-2'));
    await answer({ ok: true, value: undefined });
    expect(line.current().text).toBe('other');
  });

  it('stays empty when only a change of its entry was undone', async () => {
    const { line, answer } = typed('acme 1m');
    void line.log(taken('acme 1m'));
    await answer(STORED);
    void line.undo(undoable('changed', 'entry-1'));
    await answer({ ok: true, value: undefined });
    expect(line.current()).toMatchObject({ text: '', done: { what: 'undone' } });
  });

  it('is prefilled in front of a draft, which is kept', () => {
    const { line } = typed('acme fixed login');
    line.prefill('2026-11-11 9-10:30 ');
    expect(line.current().text).toBe('2026-11-11 9-10:30 acme fixed login');
  });

  it.each([
    ['another one', '2026-11-11 9-10:30 ', '2026-11-11 9-10:30 acme'],
    ['the same one', '10:30-11:15 ', '10:30-11:15 acme'],
    ['none, as for today', '', 'acme'],
  ])('is prefilled with %s instead of the last one, and keeps what was typed', (_, text, then) => {
    const { line } = typed('');
    line.prefill('10:30-11:15 ');
    line.change('10:30-11:15 acme');
    line.prefill(text);
    expect(line.current().text).toBe(then);
  });

  it('keeps a prefilled text that was written anew', () => {
    const { line } = typed('acme');
    line.prefill('10:30-11:15 ');
    line.change('10:30-11:00 acme');
    line.prefill('2026-11-11 ');
    expect(line.current().text).toBe('2026-11-11 10:30-11:00 acme');
  });
});
