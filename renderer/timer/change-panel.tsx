// Changes what the timer is for, what is noted and when it began: in the words of the quick-add
// line, of which only what was named changes. Nothing is changed before the person saw it.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { contextOf } from '../../shared/quick-add/context-of.ts';
import type { RunningTimer } from '../../shared/snapshot.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { ChangeReading } from './change-reading.tsx';
import { readChange, type TimerChange } from './read-change.ts';
import { StartChoices } from './start-choices.tsx';

interface ChangePanelProps {
  readonly timer: RunningTimer;
  /** @returns whether it was changed; why not is told beside it */
  readonly onChange: (change: TimerChange) => Promise<boolean>;
  readonly onClose: () => void;
}

export default function ChangePanel({ timer, onChange, onClose }: ChangePanelProps) {
  const catalog = useSlice('catalog');
  const time = useSlice('time');
  const businesses = useSlice('businesses');
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const answers = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => input.current?.focus(), []);

  const context = contextOf({ catalog, time, businesses }, Date.now());
  const read = readChange(text, timer, context);

  /** What was typed stays where it could not be stored. */
  async function change(wanted: TimerChange): Promise<void> {
    if (await onChange(wanted)) onClose();
  }

  /** This Enter has asked; the next one answers. */
  function enter(): void {
    if (read?.ok) void change(read.change);
    else answers.current?.querySelector('button')?.focus();
  }

  function answer(line: string): void {
    setText(line);
    input.current?.focus();
  }

  function press(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // One step back from here is the bar, not a hidden window.
    event.preventDefault();
    event.stopPropagation();
    onClose();
  }

  return (
    <fieldset className="timer-change" aria-label="Change the timer" onKeyDown={press}>
      <StartChoices
        timer={timer}
        onMove={(startedAtMs) => void onChange({ startedAtMs })}
        onChoose={(startedAtMs) => void change({ startedAtMs })}
      />
      <form
        className="timer-change-line"
        onSubmit={(event) => {
          event.preventDefault();
          enter();
        }}
      >
        <input
          ref={input}
          className="input"
          aria-label="What it is for, or its start"
          aria-describedby={`${id}-reading`}
          placeholder="acme api fixed login, started 20m ago"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="button" aria-disabled={!read?.ok}>
          Set
        </button>
      </form>
      <ChangeReading
        id={`${id}-reading`}
        read={read}
        timer={timer}
        context={context}
        answers={answers}
        onAnswer={answer}
      />
    </fieldset>
  );
}
