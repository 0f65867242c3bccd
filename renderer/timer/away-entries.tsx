// The time away as entries of their own, a line each. Enter goes to the next line, makes one for
// what is left, and at the last saves all. The button saves without what is left, and says so.
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { contextOf } from '../../shared/quick-add/context-of.ts';
import type { AwayGap } from '../../shared/snapshot.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { type AwayParts, MOST_PARTS, readParts } from './away-parts.ts';
import { shortDuration } from './timer-words.ts';
import type { AwayLine } from './use-away-draft.ts';

interface AwayEntriesProps {
  readonly gap: AwayGap;
  readonly lines: readonly AwayLine[];
  readonly onChange: (lines: readonly AwayLine[]) => void;
  readonly onSave: (entries: NonNullable<AwayParts['entries']>) => void;
  readonly onBack: () => void;
}

const PLACEHOLDERS = ['acme standup 20m', 'call with the printer'] as const;

export function AwayEntries({ gap, lines, onChange, onSave, onBack }: AwayEntriesProps) {
  const catalog = useSlice('catalog');
  const time = useSlice('time');
  const businesses = useSlice('businesses');
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const length = Math.floor((gap.toMs - gap.fromMs) / 1000);
  const texts = lines.map(({ text }) => text);
  const context = contextOf({ catalog, time, businesses }, Date.now());
  const { parts, entries, leftSeconds } = readParts(texts, length, context);
  // Lengths are told in minutes: less than one is nothing to ask about.
  const rest = leftSeconds < 60 ? null : shortDuration(leftSeconds);
  const canAdd = lines.length < MOST_PARTS;

  /** A line is there after the next drawing only. */
  const goTo = useRef<number | null>(lastTyped(lines));
  useEffect(() => {
    if (goTo.current === null) return;
    form.current?.querySelectorAll('input')[goTo.current]?.focus();
    goTo.current = null;
  });

  function addLine(): void {
    goTo.current = lines.length;
    onChange([...lines, { key: Math.max(...lines.map(({ key }) => key)) + 1, text: '' }]);
  }

  function enter(line: number): void {
    if (line < lines.length - 1) form.current?.querySelectorAll('input')[line + 1]?.focus();
    else if (parts[line]?.problem === null && rest !== null && canAdd) addLine();
    else if (entries) onSave(entries);
  }

  function press(event: KeyboardEvent, line: number): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') enter(line);
    else if (event.key === 'Escape') onBack();
    else if (event.key === 'Backspace' && lines[line]?.text === '' && lines.length > 1) {
      goTo.current = Math.max(0, line - 1);
      onChange(lines.toSpliced(line, 1));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <form
      ref={form}
      className="away-entries"
      onSubmit={(event) => {
        event.preventDefault();
        if (entries) onSave(entries);
      }}
    >
      {lines.map(({ key, text }, line) => {
        const part = parts[line];
        const isTouched = text.trim() !== '';
        return (
          <div key={key} className="away-part">
            <input
              className="input"
              aria-label={lines.length > 1 ? `Part ${line + 1}` : 'What it was'}
              aria-describedby={`${id}-${key}`}
              placeholder={PLACEHOLDERS[line === lines.length - 1 ? 1 : 0]}
              autoComplete="off"
              spellCheck={false}
              value={text}
              onChange={(event) => onChange(lines.with(line, { key, text: event.target.value }))}
              onKeyDown={(event) => press(event, line)}
            />
            <span className="away-length">
              {part?.seconds != null ? shortDuration(part.seconds) : '–'}
            </span>
            <p className="away-reading" id={`${id}-${key}`} aria-live="polite">
              {isTouched && (part?.problem ?? part?.words)}
            </p>
          </div>
        );
      })}
      {parts.at(-1)?.problem === null && rest !== null && canAdd && (
        <p className="away-reading">{rest} are left: Enter adds a part.</p>
      )}
      <div className="away-choices">
        <button
          type="submit"
          className="button button-small button-primary"
          aria-disabled={entries === null}
        >
          {saveWords(lines.length, entries && rest)}
        </button>
        {canAdd && (
          <button type="button" className="button button-small" onClick={addLine}>
            Add a part
          </button>
        )}
        <button type="button" className="button button-small" onClick={onBack}>
          Back
        </button>
      </div>
    </form>
  );
}

/** Where the person was before the window was hidden, in new lines the first. */
function lastTyped(lines: readonly AwayLine[]): number {
  const last = lines.findLastIndex(({ text }) => text !== '');
  return Math.max(0, last);
}

/** @param dropped what is in no entry; null for nothing */
function saveWords(count: number, dropped: string | null): string {
  if (dropped !== null) return `Log ${count > 1 ? count : 'it'}, drop ${dropped}`;
  return count > 1 ? `Log ${count} entries` : 'Log it';
}
