// A timer as it is kept on the disk: start and end instants, never a counter, so that a kill, a
// sleep or a power cut takes nothing from it.
import { z } from 'zod';
import type { BusinessId, EntryKey, IdentityId } from '../../../shared/ids.ts';
import type { RemoteTimer, TimerWork } from '../../../shared/running-timers.ts';
import type { AwayGap, ConnectionSource } from '../../../shared/snapshot.ts';
import { isTimeZone } from '../../../shared/zoned-day.ts';
import {
  idShape,
  jsonShape,
  remoteTimerShape,
  sourceShape,
  textShape,
  timerWorkShape,
} from '../stored-shapes.ts';
import type { StoredRow } from '../table-rows.ts';
import type { AwayAnswered } from './away-answered.ts';
import { movedBy, type Segments } from './segments.ts';

/** Whose it is: the person and not the login, which may be signed out and made anew meanwhile. */
export interface TimerOwner {
  readonly source: ConnectionSource;
  readonly identityId: IdentityId;
  readonly businessId: BusinessId;
}

/** All instants in milliseconds since the epoch. */
export interface TimerRow extends TimerOwner {
  /** Also the key of the entry it becomes. */
  readonly key: EntryKey;
  /** The one that runs or is paused; the others stay until FreshBooks knows of their end. */
  readonly state: 'current' | 'logged' | 'discarded';
  readonly work: TimerWork;
  readonly segments: Segments;
  /** IANA name of the zone its day is meant in. */
  readonly timeZone: string;
  readonly fromElsewhere: boolean;
  /** Nobody has said yet what they were; oldest first. */
  readonly gaps: readonly AwayGap[];
  /** The last instant anything was known of it; a clock that stands before it was set back. */
  readonly seenMs: number;
  /** The last input of its person. */
  readonly inputMs: number;
  /** What they said last of time away, while it can be taken back. */
  readonly answered: AwayAnswered | null;
  /** When they said that they know of the night it ran through. */
  readonly overnightSeenMs: number | null;
  /** Null while it is the current one. */
  readonly endedMs: number | null;
  /** As FreshBooks last had it; null while it does not have it, or nobody knows whether. */
  readonly remote: RemoteTimer | null;
  /** A start that was sent there, while nobody knows whether it arrived. */
  readonly sentStart: SentStart | null;
  /** Somebody discarded it there: it is kept here, and not started there again by itself. */
  readonly staysHere: boolean;
}

export interface SentStart {
  /** What it said. */
  readonly startedAtMs: number;
}

/** A clock that is only being kept right takes such steps; start and length need not follow. */
export function isSmallStep(backMs: number): boolean {
  return backMs <= 2000;
}

/** Brought up to that instant, which may lie before the last one because the clock was set back. */
export function asSeenAt(row: TimerRow, nowMs: number): TimerRow {
  const backMs = row.seenMs - nowMs;
  return isSmallStep(backMs)
    ? { ...row, seenMs: Math.max(row.seenMs, nowMs) }
    : setBackBy(row, backMs);
}

/** What was known before the clock was set back moves back with it; its length stays. */
export function setBackBy(row: TimerRow, backMs: number): TimerRow {
  const ms = -Math.round(backMs / 1000) * 1000;
  return {
    ...row,
    segments: movedBy(row.segments, ms),
    gaps: row.gaps.map(({ fromMs, toMs }) => ({ fromMs: fromMs + ms, toMs: toMs + ms })),
    inputMs: row.inputMs + ms,
    seenMs: row.seenMs + ms,
  };
}

/** Its stretches stay as they were, for whoever takes that back. */
export function over(row: TimerRow, state: 'logged' | 'discarded', nowMs: number): TimerRow {
  return { ...row, state, endedMs: nowMs };
}

export function isOwnedBy(row: TimerOwner, owner: TimerOwner): boolean {
  return (
    row.source === owner.source &&
    row.identityId === owner.identityId &&
    row.businessId === owner.businessId
  );
}

const instant = z.number().int();

const segmentsShape = z.array(z.object({ startMs: instant, endMs: instant.nullable() })).min(1);
const gapsShape = z.array(z.object({ fromMs: instant, toMs: instant }));

const answeredShape = z.object({
  atMs: instant,
  before: z.object({ segments: segmentsShape, gaps: gapsShape }),
  after: segmentsShape,
  entries: z.array(textShape<EntryKey>()),
});

const bodyShape = z.object({
  work: timerWorkShape,
  segments: segmentsShape,
  timeZone: z.string().refine(isTimeZone),
  fromElsewhere: z.boolean(),
  gaps: gapsShape,
  // Timers from before this could be taken back have none.
  answered: answeredShape.nullable().default(null),
  seenMs: instant,
  inputMs: instant,
  overnightSeenMs: instant.nullable(),
  endedMs: instant.nullable(),
  remote: remoteTimerShape.nullable(),
  sentStart: z.object({ startedAtMs: instant }).nullable(),
  staysHere: z.boolean(),
});

const rowShape = z.object({
  key: textShape<EntryKey>(),
  source: sourceShape,
  identity_id: idShape<IdentityId>(),
  business_id: idShape<BusinessId>(),
  state: z.enum(['current', 'logged', 'discarded']),
  body: jsonShape(bodyShape),
});

/** @returns null for a row that is damaged */
export function timerFromSql(stored: StoredRow): TimerRow | null {
  const row = rowShape.safeParse(stored).data;
  if (!row) return null;
  const { key, source, identity_id: identityId, business_id: businessId, state, body } = row;
  return { key, source, identityId, businessId, state, ...body };
}

export function timerToSql(row: TimerRow): readonly (string | number)[] {
  const { key, source, identityId, businessId, state, ...body } = row;
  return [key, source, identityId, businessId, state, JSON.stringify(body)];
}
