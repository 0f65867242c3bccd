// The line being typed and what became of the last ones. It stands beside the components, so that
// hiding the window, or moving between popover and bar, loses nothing, and so that a keystroke
// draws the line alone and not the screen around it.
import type { TraybooksError } from '../../shared/errors.ts';
import type { CommandInput, TraybooksApi } from '../../shared/ipc.ts';
import type { Result } from '../../shared/result.ts';
import type { Undoable } from '../../shared/snapshot.ts';

/** Something that was done, for as long as it is worth saying. */
export interface Done {
  readonly what: 'logged' | 'timer-started' | 'timer-resumed' | 'timer-renewed' | 'undone';
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

export interface LineState {
  readonly text: string;
  /** Grows with every change: the same text typed again is another text. */
  readonly version: number;
  /** Grows whenever the text was put there by something other than typing. */
  readonly placed: number;
  /** Lines sent and not answered yet. */
  readonly underWay: number;
  readonly done: Done | null;
  readonly failed: readonly FailedLine[];
}

/** What is sent, with the text it was read from and the text that is left for the next line. */
export interface Taken<Input> {
  readonly input: Input;
  readonly typed: string;
  readonly rest: string;
  readonly words: string;
}

export interface QuickLine {
  current(): LineState;
  /** @returns a function that ends the subscription. */
  subscribe(listener: () => void): () => void;
  change(text: string): void;
  /** What was chosen instead of typed; the caret goes to its end. */
  place(text: string): void;
  /**
   * Puts a text in front of what is typed already, to be gone on with. It takes the place of the
   * last one where that still stands there, for two days or two times are none.
   */
  prefill(text: string): void;
  log(entry: Taken<CommandInput<'time.log'>>): Promise<void>;
  startTimer(timer: Taken<CommandInput<'timer.start'>>): Promise<void>;
  /** The one that is paused, of the very work the line names. */
  resumeTimer(timer: Omit<Taken<never>, 'input'>): Promise<void>;
  /** @param last what OutboxSlice.undo has; an entry that goes leaves its line behind */
  undo(last: Undoable): Promise<void>;
  /** Puts a failed line's text back where it was typed, in front of what is there now. */
  putBack(line: FailedLine): void;
  /** The person has left, and need not be told again what they were told. */
  leave(): void;
}

const EMPTY: LineState = {
  text: '',
  version: 0,
  placed: 0,
  underWay: 0,
  done: null,
  failed: [],
};

export function createQuickLine(api: Pick<TraybooksApi, 'call'>): QuickLine {
  let state = EMPTY;
  let prefilled = '';
  const listeners = new Set<() => void>();

  function become(part: Partial<LineState>): void {
    state = { ...state, ...part };
    for (const listener of listeners) listener();
  }

  function change(text: string, part: Partial<LineState> = {}): void {
    become({ text, version: state.version + 1, ...part });
  }

  function place(text: string, part: Partial<LineState> = {}): void {
    change(text, { placed: state.placed + 1, ...part });
  }

  /** Those whose text stands in the line were told of when it is changed or sent again. */
  function stillToMend(): readonly FailedLine[] {
    return state.failed.filter(({ isBack }) => !isBack);
  }

  async function send<Value>(
    { typed, rest, words }: Omit<Taken<unknown>, 'input'>,
    call: () => Promise<Result<Value>>,
    doneBy: (value: Value) => Pick<Done, 'what' | 'key'>,
  ): Promise<void> {
    // A second Enter may come before the line without the first one's text is drawn.
    if (state.text !== typed || (typed === rest && state.underWay > 0)) return;
    place(rest, { done: null, failed: stillToMend(), underWay: state.underWay + 1 });
    try {
      const answer = await call();
      if (answer.ok) {
        become({ done: { ...doneBy(answer.value), typed, rest, words } });
        return;
      }
      const isBack = state.text === rest;
      if (isBack) place(typed);
      become({ failed: [...state.failed, { typed, error: answer.error, isBack }] });
    } finally {
      become({ underWay: state.underWay - 1 });
    }
  }

  return {
    current: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change(text) {
      change(text, { failed: stillToMend(), ...(text === '' ? {} : { done: null }) });
    },
    place: (text) => place(text),
    prefill(text) {
      const isThere = state.text.startsWith(prefilled);
      const typed = isThere ? state.text.slice(prefilled.length) : state.text;
      prefilled = text;
      place(joined(text, typed));
    },
    log: (entry) =>
      send(
        entry,
        () => api.call('time.log', entry.input),
        ({ key }) => ({ what: 'logged', key }),
      ),
    startTimer: (timer) =>
      send(
        timer,
        () => api.call('timer.start', timer.input),
        () => ({ what: 'timer-started', key: null }),
      ),
    resumeTimer: (timer) =>
      send(
        timer,
        () => api.call('timer.resume'),
        ({ isNew }) => ({ what: isNew ? 'timer-renewed' : 'timer-resumed', key: null }),
      ),
    async undo({ id, what, key }) {
      const answer = await api.call('time.undo', { id });
      if (!answer.ok) {
        const told = { typed: '', error: answer.error, isBack: true };
        become({ failed: [...state.failed, told] });
        return;
      }
      const undone = what === 'added' && state.done?.key === key ? state.done : null;
      if (undone && (state.text === '' || state.text === undone.rest)) place(undone.typed);
      become({ done: { what: 'undone', key: null, typed: '', rest: '', words: '' } });
    },
    putBack(line) {
      const failed = state.failed.filter((each) => each !== line);
      place(joined(line.typed, state.text), { failed });
    },
    leave: () => become({ done: null }),
  };
}

function joined(front: string, back: string): string {
  if (back === '' || front === '' || front.endsWith(' ')) return front + back;
  return `${front} ${back}`;
}
