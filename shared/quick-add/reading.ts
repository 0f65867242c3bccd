// What a typed line means: the agreement between the parser and whoever shows or saves a reading.
import type { Client, Project, Service } from '../books.ts';
import type { Day } from '../day.ts';
import type { ClientId, ProjectId, ServiceId } from '../ids.ts';

export type ReadingPart =
  | 'duration'
  | 'range'
  | 'start'
  | 'day'
  | 'client'
  | 'project'
  | 'service'
  | 'billable'
  | 'note';

/** UTF-16 offsets into the line, `from` ≤ offset < `to`. Spans never overlap. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly part: ReadingPart;
}

/** Asked, never guessed: choosing puts `text` in the place of the words in question. */
export interface UnclearPart {
  readonly part: ReadingPart;
  /** A sentence for the person. */
  readonly why: string;
  /** The words in question, as UTF-16 offsets into the line; equal where a word is missing. */
  readonly from: number;
  readonly to: number;
  readonly choices: readonly { readonly label: string; readonly text: string }[];
}

/** A part nobody named, and that follows from nothing, is null. */
export interface Reading {
  readonly durationSeconds: number | null;
  /** UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly startedAt: string | null;
  readonly day: Day | null;
  readonly clientId: ClientId | null;
  readonly projectId: ProjectId | null;
  readonly serviceId: ServiceId | null;
  readonly billable: boolean | null;
  readonly note: string | null;
  /** In the order of the line. */
  readonly spans: readonly Span[];
  readonly unclear: readonly UnclearPart[];
}

/** What time was logged on before, as one unit. Newest first. */
export interface Combination {
  readonly clientId: ClientId | null;
  readonly projectId: ProjectId | null;
  readonly serviceId: ServiceId | null;
  readonly note: string;
  /** Left out where it is not known. */
  readonly billable?: boolean;
  /** Milliseconds since the epoch. */
  readonly lastUsedAtMs?: number;
  readonly times?: number;
}

export interface QuickAddContext {
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
  /** The business's zone, an IANA name. */
  readonly timeZone: string;
  /** As FreshBooks writes it, e.g. "dd/mm/yyyy"; null when it did not say. */
  readonly dateFormat: string | null;
  /** 0 or 7 is Sunday, 1 is Monday. */
  readonly firstDayOfWeek: number;
  readonly clients: readonly Client[];
  readonly projects: readonly Project[];
  readonly services: readonly Service[];
  readonly recent: readonly Combination[];
}
