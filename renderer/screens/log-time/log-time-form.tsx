// The form itself: five fields, Enter anywhere saves.
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { secondsOn } from '../../../shared/day-total.ts';
import { parseDuration } from '../../../shared/duration.ts';
import { NOTE_LENGTH } from '../../../shared/note-length.ts';
import { ChoiceBox } from '../../entry-editor/choice-box.tsx';
import { dayOptions } from '../../entry-editor/day-options.ts';
import type { Draft } from '../../entry-editor/draft.ts';
import { DurationField } from '../../entry-editor/duration-field.tsx';
import { type FormField, sortReasons } from '../../entry-editor/field-reasons.ts';
import { useDraftChoices } from '../../entry-editor/use-draft-choices.ts';
import { Choose } from '../../parts/choose.tsx';
import { TroubleNote } from '../../parts/trouble-note.tsx';
import { useSlice } from '../../snapshot/use-snapshot.ts';
import { Becomes } from './becomes.tsx';
import { useFocusOn } from './use-focus-on.ts';
import type { TimeLog } from './use-time-log.ts';

interface LogTimeFormProps {
  readonly log: TimeLog;
  /** Changes each time the form is shown. */
  readonly showing: number;
}

export function LogTimeForm({ log, showing }: LogTimeFormProps) {
  const { draft } = log;
  const { entries, today, weekStart } = useSlice('time');
  const catalog = useSlice('catalog');
  const { works, work, services, service, chooseWork, chooseService } = useDraftChoices(
    draft,
    log.change,
  );
  const duration = useRef<HTMLInputElement>(null);
  const noteId = useId();
  const [wasRefused, setWasRefused] = useState(false);
  const [unmatchedWork, setUnmatchedWork] = useState('');
  const [unmatchedService, setUnmatchedService] = useState('');
  useFocusOn(duration, showing);
  const { leave } = log;
  useEffect(() => leave, [leave]);

  const days = dayOptions(today);
  const day = days.find(({ value }) => value === draft.day) ?? { value: today, words: 'Today' };
  const seconds = parseDuration(draft.duration);
  const refusal = sortReasons(log.error);
  const reasons: Partial<Record<FormField, string>> = {
    ...refusal.atField,
    ...(wasRefused ? ownReasons() : {}),
  };

  /** What can be told without asking FreshBooks. */
  function ownReasons(): Partial<Record<FormField, string>> {
    const found: Partial<Record<FormField, string>> = {};
    if (seconds === null) {
      found.duration = 'Type how long it took, up to 24 h, such as 1h30, 90m or 1:30.';
    }
    if (unmatchedWork) found.work = nothingMatches(unmatchedWork);
    if (unmatchedService) found.service = nothingMatches(unmatchedService);
    const note = draft.note.trim().length;
    if (note > NOTE_LENGTH)
      found.note = `A note has ${NOTE_LENGTH} characters at most, this one ${note}.`;
    return found;
  }

  function change(part: Partial<Draft>) {
    log.change({ ...draft, ...part });
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    // Enter pressed twice, and the first was quick: nothing more is asked for.
    if (log.done !== null && draft.duration === '') return;
    const isRefused = Object.keys(ownReasons()).length > 0;
    setWasRefused(isRefused);
    if (seconds === null) duration.current?.focus();
    if (isRefused || seconds === null) return;
    const isCleared = await log.save({
      durationSeconds: seconds,
      clientId: work?.clientId ?? null,
      projectId: work?.projectId ?? null,
      serviceId: service?.serviceId ?? null,
      billable: null,
      note: draft.note.trim(),
      day: day.value,
      startedAtMs: null,
    });
    if (isCleared) duration.current?.focus();
  }

  const alertAt = (field: FormField) =>
    reasons[field] && (
      <p className="field-error" role="alert">
        {reasons[field]}
      </p>
    );
  const savingWords = log.isSaving ? 'Saving…' : log.done;
  const isThisWeek = day.value >= weekStart;

  return (
    <form className="log-form" onSubmit={submit} noValidate>
      {refusal.rest && <TroubleNote error={refusal.rest} about="saving" />}
      <DurationField
        input={duration}
        value={draft.duration}
        onChange={(text) => change({ duration: text })}
        isInvalid={reasons.duration !== undefined}
        error={alertAt('duration')}
      />
      <ChoiceBox
        label="Project or client"
        choices={works}
        chosen={work}
        onChoose={chooseWork}
        onUnmatched={setUnmatchedWork}
        placeholder="Type a few letters"
        whenEmpty={
          catalog.refreshedAtMs === null
            ? 'Your projects have not been read yet.'
            : 'This business has no active projects or clients.'
        }
        isInvalid={reasons.work !== undefined}
        error={alertAt('work')}
      />
      <div className="log-form-pair">
        <ChoiceBox
          label="Service"
          choices={services}
          chosen={service}
          onChoose={chooseService}
          onUnmatched={setUnmatchedService}
          placeholder="Optional"
          whenEmpty="This business has no services."
          isInvalid={reasons.service !== undefined}
          error={alertAt('service')}
        />
        <div>
          <Choose
            label="Day"
            options={days}
            value={day.value}
            onChange={(value) => change({ day: value === today ? null : value })}
          />
          {alertAt('day')}
        </div>
      </div>
      <div className="field">
        <label className="field-label" htmlFor={noteId}>
          Note
        </label>
        <input
          id={noteId}
          className="input"
          value={draft.note}
          placeholder="Optional"
          aria-invalid={reasons.note !== undefined}
          onChange={(event) => change({ note: event.target.value })}
        />
        {alertAt('note')}
      </div>
      <div className="log-form-foot">
        {/* There before it says anything: only then is what it says announced. */}
        <output className="saved" aria-label="Saving" data-under-way={log.isSaving || undefined}>
          {savingWords}
        </output>
        {savingWords === null && isThisWeek && (
          <Becomes
            dayWords={day.words === 'Today' ? 'today' : day.words}
            totalSeconds={secondsOn(entries, day.value)}
            addedSeconds={seconds}
          />
        )}
        <button
          type="submit"
          className="button button-primary"
          aria-disabled={log.isSaving}
          aria-keyshortcuts="Enter"
        >
          Save entry
        </button>
      </div>
    </form>
  );
}

function nothingMatches(text: string): string {
  return `Nothing matches “${text}”. Choose from the list, or empty the field.`;
}
