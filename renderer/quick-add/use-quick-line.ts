// The line being typed and what became of the last ones. Kept above the surfaces, so that hiding
// the window, or moving between popover and bar, loses nothing.
import { useCallback, useMemo, useRef, useState } from 'react';
import type { TraybooksError } from '../../shared/errors.ts';
import type { CommandInput } from '../../shared/ipc.ts';
import { useTraybooks } from '../snapshot/use-snapshot.ts';

/** Something that was done, for as long as it is worth saying. */
export interface Done {
  readonly what: 'logged' | 'timer-started' | 'undone';
  /** The entry's; null where none was made. */
  readonly key: string | null;
  /** The line it came from, and what was left of it for the next one. */
  readonly typed: string;
  readonly rest: string;
  /** What it was, in words. */
  readonly words: string;
}

/** A line that could not be kept. */
export interface FailedLine {
  readonly typed: string;
  readonly error: TraybooksError;
  /** Whether its text stands in the line again; otherwise something else was typed there. */
  readonly isBack: boolean;
}

/** What is sent, with the text it was read from and the text that is left for the next line. */
interface Taken<Input> {
  readonly input: Input;
  readonly typed: string;
  readonly rest: string;
  readonly words: string;
}

export interface QuickLine {
  readonly text: string;
  /** Grows with every change: the same text typed again is another text. */
  readonly version: number;
  /** Grows whenever the text was put there by something other than typing. */
  readonly placed: number;
  change(text: string): void;
  /** What was chosen instead of typed; the caret goes to its end. */
  place(text: string): void;
  /** Puts a text in front of what is typed already, to be gone on with. */
  prefill(text: string): void;
  log(entry: Taken<CommandInput<'time.log'>>): void;
  startTimer(timer: Taken<CommandInput<'timer.start'>>): void;
  /** @param id as OutboxSlice.undo has it */
  undo(id: string, key: string): void;
  /** Lines sent and not answered yet. */
  readonly underWay: number;
  readonly done: Done | null;
  readonly failed: readonly FailedLine[];
  /** Puts a failed line's text back where it was typed, in front of what is there now. */
  putBack(line: FailedLine): void;
  /** The person has left, and need not be told again what they were told. */
  readonly leave: () => void;
}

export function useQuickLine(): QuickLine {
  const { api } = useTraybooks();
  const [text, setText] = useState('');
  const [version, setVersion] = useState(0);
  const [placed, setPlaced] = useState(0);
  const [underWay, setUnderWay] = useState(0);
  const [done, setDone] = useState<Done | null>(null);
  const [failed, setFailed] = useState<readonly FailedLine[]>([]);
  // A second Enter may come before the first one's line is drawn: what was taken is gone from here.
  const latest = useRef(text);
  const busy = useRef(0);

  const show = useCallback((next: string) => {
    latest.current = next;
    setText(next);
    setVersion((count) => count + 1);
  }, []);
  const place = useCallback(
    (next: string) => {
      show(next);
      setPlaced((count) => count + 1);
    },
    [show],
  );

  const send = useCallback(
    async <Value>(
      taken: Pick<Taken<unknown>, 'typed' | 'rest' | 'words'>,
      what: Done['what'],
      call: () => Promise<{ ok: true; value: Value } | { ok: false; error: TraybooksError }>,
      keyOf: (value: Value) => string | null,
    ) => {
      const { typed, rest, words } = taken;
      if (latest.current !== typed || (typed === rest && busy.current > 0)) return;
      busy.current += 1;
      place(rest);
      setDone(null);
      setFailed((lines) => lines.filter(({ isBack }) => !isBack));
      setUnderWay((count) => count + 1);
      try {
        const answer = await call();
        if (answer.ok) {
          setDone({ what, key: keyOf(answer.value), typed, rest, words });
          return;
        }
        const isBack = latest.current === rest;
        if (isBack) place(typed);
        setFailed((lines) => [...lines, { typed, error: answer.error, isBack }]);
      } finally {
        busy.current -= 1;
        setUnderWay((count) => count - 1);
      }
    },
    [place],
  );

  const leave = useCallback(() => setDone(null), []);

  return useMemo(
    () => ({
      text,
      version,
      placed,
      underWay,
      done,
      failed,
      change(next) {
        show(next);
        setFailed((lines) => lines.filter(({ isBack }) => !isBack));
        if (next !== '') setDone(null);
      },
      place,
      prefill: (front) => place(joined(front, latest.current)),
      log: (entry) =>
        void send(
          entry,
          'logged',
          () => api.call('time.log', entry.input),
          ({ key }) => key,
        ),
      startTimer: (timer) =>
        void send(
          timer,
          'timer-started',
          () => api.call('timer.start', timer.input),
          () => null,
        ),
      async undo(id, key) {
        const answer = await api.call('time.undo', { id });
        if (!answer.ok) {
          setFailed((lines) => [...lines, { typed: '', error: answer.error, isBack: true }]);
          return;
        }
        const undone = done?.key === key ? done : null;
        if (undone && (latest.current === '' || latest.current === undone.rest)) {
          place(undone.typed);
        }
        setDone({ what: 'undone', key: null, typed: '', rest: '', words: '' });
      },
      putBack(line) {
        place(joined(line.typed, latest.current));
        setFailed((lines) => lines.filter((each) => each !== line));
      },
      leave,
    }),
    [api, text, version, placed, underWay, done, failed, show, place, send, leave],
  );
}

function joined(front: string, back: string): string {
  if (back === '' || front === '' || front.endsWith(' ')) return front + back;
  return `${front} ${back}`;
}
