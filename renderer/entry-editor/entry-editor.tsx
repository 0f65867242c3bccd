// One entry to be mended in its place: Enter saves, Escape leaves. The answer is that it is on the
// disk; how sending fares is told at its row.
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import '../look/entry-editor.css';
import { formatDuration, parseDuration } from '../../shared/duration.ts';
import { Choose } from '../parts/choose.tsx';
import { TroubleNote } from '../parts/trouble-note.tsx';
import { useCommand } from '../snapshot/use-command.ts';
import { useSlice } from '../snapshot/use-snapshot.ts';
import { useNow } from '../snapshot/use-visible.ts';
import { ChoiceBox } from './choice-box.tsx';
import { dayOptions } from './day-options.ts';
import { type EntryDraft, type Reasons, readDraft } from './entry-draft.ts';
import { type FormField, sortReasons } from './field-reasons.ts';
import { endWords, startWords } from './start-and-end.ts';
import { TextField } from './text-field.tsx';
import type { OpenedEntry } from './use-editing.ts';
import { useEntryDraft } from './use-entry-draft.ts';

const MINUTE_MS = 60_000;

interface EntryEditorProps {
  readonly open: OpenedEntry;
  readonly onChange: (draft: EntryDraft) => void;
  readonly onClose: () => void;
}

export default function EntryEditor({ open, onChange, onClose }: EntryEditorProps) {
  const { entry } = open;
  const { today } = useSlice('time');
  const nowMs = useNow(MINUTE_MS);
  const save = useCommand('time.change');
  const { draft, place, choices, change } = useEntryDraft(open, onChange);
  const { works, work, services, service, isInternal, chooseWork, chooseService } = choices;
  const given = {
    entry,
    draft: isInternal ? { ...draft, billable: false } : draft,
    work,
    service,
    place,
    nowMs,
  };
  const reading = readDraft(given);
  const [unmatched, setUnmatched] = useState({ work: '', service: '' });
  const [ownReasons, setOwnReasons] = useState<Reasons>({});
  const form = useRef<HTMLFormElement>(null);

  // What FreshBooks refused is told at its field from the beginning, and mended there.
  const told = sortReasons(
    save.error ?? (entry.refusal && { code: 'rejected', fields: entry.refusal }),
  );
  const reasons: Reasons = { ...told.atField, ...ownReasons };

  useEffect(() => {
    const fields = form.current?.querySelectorAll('input') ?? [];
    const refused = [...fields].find((input) => input.ariaInvalid === 'true');
    const first = refused ?? fields[0];
    first?.focus();
    first?.select();
  }, []);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const wrong = { ...(reading.ok ? {} : reading.reasons), ...unmatchedReasons(unmatched) };
    setOwnReasons(wrong);
    if (!reading.ok || Object.keys(wrong).length > 0) return;
    const answer = await save.send(reading.change);
    if (answer?.ok) onClose();
  }

  function pressKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  }

  const alertAt = (field: FormField) =>
    reasons[field] && (
      <p className="field-error" role="alert">
        {reasons[field]}
      </p>
    );
  const seconds = parseDuration(draft.duration);

  return (
    <form
      className="entry-open entry-editor"
      aria-label="Edit entry"
      ref={form}
      onSubmit={submit}
      onKeyDown={pressKey}
      noValidate
    >
      {told.rest && <TroubleNote error={told.rest} about="saving" />}
      {entry.billed && (
        <p className="note">It is on an invoice already, which does not change with it.</p>
      )}
      <div className="entry-when">
        <TextField
          label="Duration"
          value={draft.duration}
          onChange={(duration) => change({ duration })}
          reading={seconds === null ? '?' : formatDuration(seconds)}
          isInvalid={reasons.duration !== undefined}
        />
        <TextField
          label="Start"
          value={startWords(reading, given)}
          onChange={(start) => change({ start })}
          reading={endWords(reading, place)}
          isInvalid={reasons.day !== undefined}
        />
        <Choose
          label="Day"
          options={dayOptions(today, entry.day)}
          value={draft.day}
          onChange={(day) => change({ day })}
        />
      </div>
      {alertAt('duration')}
      {alertAt('day')}
      <ChoiceBox
        label="Project or client"
        choices={works}
        chosen={work}
        onChoose={chooseWork}
        onUnmatched={(text) => setUnmatched((from) => withText(from, 'work', text))}
        placeholder="None"
        whenEmpty="This business has no active projects or clients."
        isInvalid={reasons.work !== undefined}
        error={alertAt('work')}
      />
      <div className="entry-service">
        <ChoiceBox
          label="Service"
          choices={services}
          chosen={service}
          onChoose={chooseService}
          onUnmatched={(text) => setUnmatched((from) => withText(from, 'service', text))}
          placeholder="None"
          whenEmpty="This business has no services."
          isInvalid={reasons.service !== undefined}
          error={alertAt('service')}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={draft.billable && !isInternal}
            disabled={isInternal}
            onChange={(event) => change({ billable: event.target.checked })}
          />
          <span>{isInternal ? 'Internal, not billable' : 'Billable'}</span>
        </label>
      </div>
      <TextField
        label="Note"
        value={draft.note}
        placeholder="None"
        onChange={(note) => change({ note })}
        isInvalid={reasons.note !== undefined}
        error={alertAt('note')}
      />
      <div className="entry-foot">
        <button type="button" className="button" aria-keyshortcuts="Escape" onClick={onClose}>
          Cancel
        </button>
        <button
          type="submit"
          className="button button-primary"
          aria-disabled={save.underWay}
          aria-keyshortcuts="Enter"
        >
          Save changes
        </button>
      </div>
    </form>
  );
}

type Unmatched = Readonly<Record<'work' | 'service', string>>;

/** The same object while nothing changed, so that nothing is drawn again. */
function withText(from: Unmatched, field: keyof Unmatched, text: string): Unmatched {
  return from[field] === text ? from : { ...from, [field]: text };
}

function unmatchedReasons({ work, service }: Unmatched): Reasons {
  const words = (text: string) =>
    `Nothing matches “${text}”. Choose from the list, or empty the field.`;
  return {
    ...(work ? { work: words(work) } : {}),
    ...(service ? { service: words(service) } : {}),
  };
}
