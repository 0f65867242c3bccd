// What is being typed over an entry. A field nobody touched stays exactly as it was: an entry of
// 1 h 30 m 12 s on an archived project keeps its twelve seconds and its project.
import type { Day } from '../../shared/day.ts';
import { formatTimeOfDay } from '../../shared/day-words.ts';
import { formatClock, parseDuration } from '../../shared/duration.ts';
import type { CommandInput } from '../../shared/ipc.ts';
import { NOTE_LENGTH } from '../../shared/note-length.ts';
import type { LoggedEntry } from '../../shared/snapshot.ts';
import type { ServiceChoice, WorkChoice } from './choices.ts';
import { startKept, startTyped } from './draft-start.ts';
import type { FormField } from './field-reasons.ts';
import { hasDayPeriod } from './time-of-day.ts';

export interface EntryDraft {
  readonly duration: string;
  /** Time of day at which it began. */
  readonly start: string;
  readonly day: Day;
  /** Key of the chosen project or client (choices.ts). */
  readonly workKey: string | null;
  readonly serviceKey: string | null;
  readonly billable: boolean;
  readonly note: string;
}

export interface DraftPlace {
  /** IANA name; the entry's. */
  readonly timeZone: string;
  /** BCP 47 tag, by which times of day are written. */
  readonly locale: string;
}

export function draftOf(entry: LoggedEntry, { timeZone, locale }: DraftPlace): EntryDraft {
  return {
    duration: formatClock(entry.durationSeconds),
    start: formatTimeOfDay(entry.startedAtMs, timeZone, locale),
    day: entry.day,
    workKey: workKeyOf(entry),
    serviceKey: entry.serviceId === null ? null : `service:${entry.serviceId}`,
    billable: entry.billable,
    note: entry.note,
  };
}

export function workKeyOf({
  projectId,
  clientId,
}: Pick<LoggedEntry, 'projectId' | 'clientId'>): string | null {
  if (projectId !== null) return `project:${projectId}`;
  return clientId === null ? null : `client:${clientId}`;
}

export type Reasons = Readonly<Partial<Record<FormField, string>>>;

export type DraftReading =
  | { readonly ok: true; readonly change: CommandInput<'time.change'> }
  | { readonly ok: false; readonly reasons: Reasons };

export interface DraftOnEntry {
  readonly entry: LoggedEntry;
  readonly draft: EntryDraft;
  readonly work: WorkChoice | null;
  readonly service: ServiceChoice | null;
  readonly place: DraftPlace;
  readonly nowMs: number;
}

/** What the draft makes of the entry, or what is wrong with it, by field. */
export function readDraft(given: DraftOnEntry): DraftReading {
  const { entry, draft, work, service, place, nowMs } = given;
  const before = draftOf(entry, place);
  const seconds =
    draft.duration === before.duration ? entry.durationSeconds : parseDuration(draft.duration);
  const onDay = {
    entry,
    day: draft.day,
    durationSeconds: seconds ?? 0,
    timeZone: place.timeZone,
    nowMs,
  };
  const startedAtMs =
    draft.start === before.start
      ? startKept(onDay)
      : startTyped(draft.start, hasDayPeriod(before.start), onDay);
  const note = draft.note.trim();
  if (seconds === null || startedAtMs === null || note.length > NOTE_LENGTH) {
    const reasons = {
      ...(seconds === null ? { duration: 'How long, up to 24 h: 1h30, 90m or 1:30.' } : {}),
      ...(startedAtMs === null ? { day: 'When it began: 9:05, 14.30 or 2pm.' } : {}),
      ...(note.length > NOTE_LENGTH
        ? { note: `A note has ${NOTE_LENGTH} characters at most, this one ${note.length}.` }
        : {}),
    };
    return { ok: false, reasons };
  }
  const isSameWork = draft.workKey === before.workKey;
  return {
    ok: true,
    change: {
      key: entry.key,
      durationSeconds: seconds,
      startedAtMs,
      day: draft.day,
      clientId: isSameWork ? entry.clientId : (work?.clientId ?? null),
      projectId: isSameWork ? entry.projectId : (work?.projectId ?? null),
      serviceId:
        draft.serviceKey === before.serviceKey ? entry.serviceId : (service?.serviceId ?? null),
      billable: draft.billable,
      note,
      seen: contentOf(entry),
    },
  };
}

function contentOf(entry: LoggedEntry) {
  const { startedAtMs, durationSeconds, clientId, projectId, serviceId, billable, note } = entry;
  return { startedAtMs, durationSeconds, clientId, projectId, serviceId, billable, note };
}
