// Puts each reason FreshBooks gave beside the field it is about.
import type { FieldReasons, TraybooksError } from '../../shared/errors.ts';

export type FormField = 'duration' | 'work' | 'service' | 'note' | 'day';

/** FreshBooks' spelling (freshbooks-api.md §6.1, §9) and the main process's own to ours. */
const FIELDS: Readonly<Record<string, FormField>> = {
  duration: 'duration',
  client: 'work',
  client_id: 'work',
  project: 'work',
  project_id: 'work',
  internal: 'work',
  service: 'service',
  service_id: 'service',
  note: 'note',
  started_at: 'day',
  local_started_at: 'day',
  day: 'day',
  start: 'day',
};

export interface SortedReasons {
  readonly atField: Readonly<Partial<Record<FormField, string>>>;
  /** What no field can show: the whole error, or the reasons left over. */
  readonly rest: TraybooksError | null;
}

export function sortReasons(error: TraybooksError | null): SortedReasons {
  if (error?.code !== 'rejected') return { atField: {}, rest: error };
  const atField: Partial<Record<FormField, string>> = {};
  const left: Record<string, string> = {};
  for (const [name, reason] of Object.entries(error.fields)) {
    const field = FIELDS[name];
    if (field === undefined) left[name] = reason;
    else atField[field] = atField[field] ? `${atField[field]}; ${reason}` : reason;
  }
  const hasPlace = Object.keys(atField).length > 0 && Object.keys(left).length === 0;
  return { atField, rest: hasPlace ? null : { code: 'rejected', fields: left as FieldReasons } };
}
