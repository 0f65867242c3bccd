// Changes when the timer began: by minutes, to the end of the last entry, or in words.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { sinceLastEntry } from '../../shared/day-gaps.ts';
import { contextOf } from '../../shared/quick-add/context-of.ts';
import type { RunningTimer } from '../../shared/snapshot.ts';
import { clockWords } from '../parts/clock-words.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { stretchOf } from '../today/use-day-gaps.ts';
import { readStart } from './read-start.ts';
import { shortDuration } from './timer-words.ts';

const MINUTE_MS = 60_000;
const EARLIER_MINUTES = [5, 15] as const;

interface StartPanelProps {
  readonly timer: RunningTimer;
  readonly onChange: (startedAtMs: number) => void;
  readonly onClose: () => void;
}

export default function StartPanel({ timer, onChange, onClose }: StartPanelProps) {
  const catalog = useSlice('catalog');
  const time = useSlice('time');
  const businesses = useSlice('businesses');
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => input.current?.focus(), []);

  const nowMs = Date.now();
  const startMs = readStart(text, contextOf({ catalog, time, businesses }, nowMs));
  const last = useEndOfLastEntry(timer);
  const words = (atMs: number) => clockWords(atMs, nowMs, { timeZone: time.timeZone });

  function change(startedAtMs: number): void {
    onChange(startedAtMs);
    onClose();
  }

  function press(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // One step back from here is the bar, not a hidden window.
    event.preventDefault();
    event.stopPropagation();
    onClose();
  }

  return (
    <fieldset className="timer-start" aria-label="Change its start" onKeyDown={press}>
      <div className="timer-start-choices">
        {EARLIER_MINUTES.map((minutes) => (
          <button
            key={minutes}
            type="button"
            className="button button-small"
            title={`${minutes} minutes earlier`}
            onClick={() => onChange(timer.startedAtMs - minutes * MINUTE_MS)}
          >
            −{minutes}m
          </button>
        ))}
        {last !== null && (
          <button type="button" className="button button-small" onClick={() => change(last)}>
            Since the last entry, {words(last)}
          </button>
        )}
      </div>
      <form
        className="timer-start-line"
        onSubmit={(event) => {
          event.preventDefault();
          if (startMs !== null) change(startMs);
        }}
      >
        <input
          ref={input}
          className="input"
          aria-label="Started"
          aria-describedby={`${id}-reading`}
          placeholder="started 20m ago, 9:10"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="button" aria-disabled={startMs === null}>
          Set
        </button>
      </form>
      <p className="timer-remark" id={`${id}-reading`} aria-live="polite">
        {startMs !== null
          ? `Since ${words(startMs)}: ${shortDuration((nowMs - startMs) / 1000)} so far.`
          : text.trim() === ''
            ? `It began at ${words(timer.startedAtMs)}.`
            : 'This is no time it could have begun at.'}
      </p>
    </fieldset>
  );
}

/** Null where there is none today, or the timer began there already. */
function useEndOfLastEntry(timer: RunningTimer): number | null {
  const { entries, today } = useSlice('time');
  const todays = entries.filter(({ day, pending }) => day === today && pending !== 'delete');
  const since = sinceLastEntry(todays.map(stretchOf), Date.now());
  if (!since) return null;
  return Math.abs(since.fromMs - timer.startedAtMs) < MINUTE_MS ? null : since.fromMs;
}
