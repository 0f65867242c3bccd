// The line at work: what each key does, and what is to be drawn around it.
import { type KeyboardEvent, useState, useSyncExternalStore } from 'react';
import type { CommandInput } from '../../shared/ipc.ts';
import { entryToLog, timerToStart } from '../../shared/quick-add/enter.ts';
import type { Reading } from '../../shared/quick-add/reading.ts';
import type { LoggedEntry, Undoable } from '../../shared/snapshot.ts';
import { dayAt } from '../../shared/wall-clock.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { keptWork } from './kept-work.ts';
import { lastEntry } from './last-entry.ts';
import { type LineAct, lineAct } from './line-keys.ts';
import { lineWith, numberedRow, rowToComplete } from './offers.ts';
import { isPausedWork } from './paused-work.ts';
import { isSameWork } from './pins.ts';
import type { LineState, QuickLine } from './quick-line.ts';
import { type Chip, readingChips } from './reading-words.ts';
import { type LineReading, useLineReading } from './use-line-reading.ts';
import { type Pins, usePins } from './use-pins.ts';
import { useUntil } from './use-until.ts';

interface Chosen {
  /** The line's, when it was chosen. */
  readonly version: number;
  readonly row: number | null;
}

export interface QuickAdd extends Omit<LineReading, 'readAgain'> {
  readonly line: QuickLine;
  readonly state: LineState;
  readonly pins: Pins;
  readonly chips: readonly Chip[];
  /** Row of the offer the keys act on. */
  readonly active: number | null;
  /** Why the last Enter did not save this very text. */
  readonly refusal: string | null;
  /** What Ctrl+Z takes back now. */
  readonly undoable: Undoable | null;
  /** What Ctrl+Enter goes on with while the line is empty. */
  readonly last: LoggedEntry | null;
  /** Going on with it only resumes the timer there is. */
  readonly lastIsPaused: boolean;
  press(event: KeyboardEvent): void;
  act(act: LineAct): void;
  /** Pins the work of an offer, or takes it out. */
  pinRow(row: number): void;
}

export function useQuickAdd(line: QuickLine): QuickAdd {
  const state = useSyncExternalStore(line.subscribe, line.current);
  const { text, version } = state;
  const { entries, today, timeZone } = useSlice('time');
  const { undo } = useSlice('outbox');
  const { timer } = useSlice('timer');
  const pins = usePins();
  const { readAgain, ...drawn } = useLineReading(text, pins.here);
  const { context, reading, offers } = drawn;
  const [chosen, setChosen] = useState<Chosen>({ version: -1, row: null });
  const [refused, setRefused] = useState<{ version: number; why: string } | null>(null);
  const canBeUndone = useUntil(undo?.untilMs ?? null);

  // Both belong to one state of the line: with the next letter they are over.
  const wanted = chosen.version === version ? chosen.row : numberedRow(text, offers);
  const active = wanted !== null && wanted < offers.length ? wanted : null;
  const refusal = refused?.version === version ? refused.why : null;
  const isFresh = text === '' || text === state.done?.rest;
  const undoable = canBeUndone && isFresh ? undo : null;
  const last = lastEntry(entries);

  function take(row: number): void {
    const offer = offers[row];
    if (offer) line.place(lineWith(text, offer, context));
  }

  function save(keepsWork: boolean): void {
    if (text.trim() === '') return;
    const reading = readAgain();
    const entry = entryToLog(reading, today);
    if (entry.ok) {
      const rest = keepsWork ? keptWork(text, reading.spans) : '';
      void line.log({ input: entry.input, typed: text, rest, words: wordsFor(reading) });
      return;
    }
    setRefused({ version, why: entry.why });
    // This Enter has asked; the next one answers.
    if (entry.open === 'question' && offers[0]?.kind === 'answer') setChosen({ version, row: 0 });
  }

  function startTimer(): void {
    if (text.trim() === '') {
      goOn();
      return;
    }
    const reading = readAgain();
    const started = timerToStart(reading, today);
    if (started.ok) begin(started.input, wordsFor(reading));
    else setRefused({ version, why: started.why });
  }

  function goOn(): void {
    if (!last) return;
    const runs = timer !== null && timer.runningSinceMs !== null;
    if (runs && isSameWork(timer, last)) {
      setRefused({ version, why: 'The timer for this runs already.' });
    } else begin(timerFor(last), '');
  }

  function begin(input: CommandInput<'timer.start'>, words: string): void {
    const taken = { typed: text, rest: '', words };
    if (isPausedWork(timer, input)) void line.resumeTimer(taken);
    else void line.startTimer({ ...taken, input });
  }

  function wordsFor(reading: Reading): string {
    return readingChips(reading, context, today)
      .filter(({ label }) => label === 'time' || label === 'for')
      .reverse()
      .map(({ strong, rest, label }) => (label === 'time' ? strong : rest || strong))
      .filter(Boolean)
      .join(' · ');
  }

  /** The row the keys act on, else the work the line names. */
  function pin(): void {
    if (active !== null) pinRow(active);
    else if (namesWork(reading)) pins.turn(reading);
  }

  function pinRow(row: number): void {
    const offer = offers[row];
    if (offer?.kind === 'work') pins.turn(offer.work);
  }

  function act(wanted: LineAct): void {
    if (wanted.act === 'move') setChosen({ version, row: wanted.to });
    if (wanted.act === 'take') take(wanted.row);
    if (wanted.act === 'save') save(wanted.keepsWork);
    if (wanted.act === 'start-timer') startTimer();
    if (wanted.act === 'pin') pin();
    if (wanted.act === 'undo' && undoable) void line.undo(undoable);
  }

  function press(event: KeyboardEvent): void {
    const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
    const { isComposing } = event.nativeEvent;
    const wanted = lineAct(
      { key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing },
      {
        offers: offers.length,
        active,
        // Worked out for Tab alone: it reads the line as it would be.
        completing: key === 'Tab' ? rowToComplete(text, offers, active, context) : null,
        numbered: offers.flatMap((offer, row) =>
          offer.kind === 'work' && offer.number !== null ? [row] : [],
        ),
        canUndo: undoable !== null,
      },
    );
    if (!wanted) return;
    event.preventDefault();
    act(wanted);
  }

  const chips = text.trim() === '' ? [] : readingChips(reading, context, today);
  return {
    ...drawn,
    line,
    state,
    pins,
    chips,
    active,
    refusal,
    undoable,
    last,
    lastIsPaused:
      last !== null &&
      isPausedWork(timer, timerFor(last)) &&
      dayAt(timer.startedAtMs, timeZone) === today,
    press,
    act,
    pinRow,
  };
}

function namesWork({ clientId, projectId, serviceId }: Reading): boolean {
  return clientId !== null || projectId !== null || serviceId !== null;
}

function timerFor(entry: LoggedEntry): CommandInput<'timer.start'> {
  const { clientId, projectId, serviceId, billable, note } = entry;
  return { clientId, projectId, serviceId, billable, note, startedAtMs: null };
}
