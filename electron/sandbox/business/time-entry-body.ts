/**
 * Reads what a client sends to create or replace a time entry (freshbooks-api.md §6.2). Match on
 * the field when reading a refusal: the wording of the real one has changed before.
 */
import type { TimeEntryRecord } from '../state/sample-books.ts';
import { isTimeZone, parseDateTime } from '../wall-time.ts';

/** All a client may set. What the body leaves out is back at its default: PUT replaces. */
export type WritableTimeEntry = Omit<
  TimeEntryRecord,
  'id' | 'businessId' | 'identityId' | 'timerId' | 'createdAtMs' | 'updatedAtMs'
> & { readonly identityId: number | null };

/** Which timer the body says it belongs to: `timer` left out, `{}`, or `{"id": …}`. */
export type AskedTimer = 'none' | 'new' | number;

export type ReadTimeEntry =
  | {
      readonly kind: 'entry';
      readonly entry: WritableTimeEntry;
      readonly timer: AskedTimer;
    }
  | { readonly kind: 'refused'; readonly fields: Readonly<Record<string, string>> };

/** @param body the decoded JSON body, of any shape */
export function readTimeEntry(body: unknown): ReadTimeEntry {
  const sent = memberOf(body, 'time_entry');
  if (typeof sent !== 'object' || sent === null) {
    return { kind: 'refused', fields: { time_entry: 'field required' } };
  }
  const fields: Record<string, string> = {};
  const refuse = (name: string, reason: string): null => {
    fields[name] ??= reason;
    return null;
  };
  const member = (name: string): unknown => memberOf(sent, name) ?? null;

  const wholeNumber = (name: string): number | null => {
    const value = member(name);
    if (value === null || (typeof value === 'number' && Number.isInteger(value))) return value;
    return refuse(name, 'Input should be a valid integer');
  };
  const text = (name: string, longest = 255): string | null => {
    const value = member(name);
    if (value === null) return null;
    if (typeof value !== 'string') return refuse(name, 'Input should be a valid string');
    if (value.length > longest) {
      return refuse(name, `String must be ${longest} characters long or fewer`);
    }
    return value;
  };
  const flag = (name: string, fallback: boolean): boolean => {
    const value = member(name);
    if (value === null) return fallback;
    return typeof value === 'boolean'
      ? value
      : (refuse(name, 'Input should be a valid boolean') ?? fallback);
  };

  if (member('is_logged') === null) refuse('is_logged', 'field required');
  const isLogged = flag('is_logged', true);
  const timer = readTimer(member('timer'));
  if (timer === null) refuse('timer', 'Input should be a valid timer');

  const duration = wholeNumber('duration');
  if (duration === null && isLogged) refuse('duration', 'Logged entries must have a duration');
  else if (duration !== null && duration < 0) {
    refuse('duration', 'Input should be greater than or equal to 0');
  }

  const startedAtText = text('started_at');
  if (member('started_at') === null) refuse('started_at', 'field required');
  const startedAtMs = startedAtText === null ? null : parseDateTime(startedAtText);
  if (startedAtText !== null && startedAtMs === null) {
    refuse('started_at', 'Input should be a valid datetime or date, input is too short');
  }

  const localTimeZone = text('local_timezone');
  if (localTimeZone !== null && !isTimeZone(localTimeZone)) {
    refuse('local_timezone', 'Input should be a valid time zone');
  }
  const localStartedAt = text('local_started_at');
  if (localStartedAt !== null && parseDateTime(localStartedAt) === null) {
    refuse('local_started_at', 'Input should be a valid datetime or date');
  }

  const entry: WritableTimeEntry = {
    identityId: wholeNumber('identity_id'),
    isLogged,
    durationSeconds: duration,
    startedAtMs: startedAtMs ?? 0,
    localStartedAt: localStartedAt?.slice(0, 19) ?? null,
    localTimeZone,
    clientId: wholeNumber('client_id'),
    projectId: wholeNumber('project_id'),
    serviceId: wholeNumber('service_id'),
    taskId: wholeNumber('task_id'),
    retainerId: wholeNumber('retainer_id'),
    pendingClient: text('pending_client'),
    pendingProject: text('pending_project'),
    pendingTask: text('pending_task'),
    // A note's limit is not recorded; this one only keeps a runaway paste out.
    note: text('note', 5000),
    active: flag('active', true),
    billable: flag('billable', true),
    billed: flag('billed', false),
    internal: flag('internal', false),
  };
  return Object.keys(fields).length > 0 || timer === null
    ? { kind: 'refused', fields }
    : { kind: 'entry', entry, timer };
}

/** @returns null for what is none */
function readTimer(sent: unknown): AskedTimer | null {
  if (sent === null) return 'none';
  if (!isRecord(sent)) return null;
  const { id = null } = sent;
  if (id === null) return 'new';
  return typeof id === 'number' && Number.isInteger(id) ? id : null;
}

function memberOf(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
