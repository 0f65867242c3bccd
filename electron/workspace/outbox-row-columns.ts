// A row of the outbox as the database holds it, checked as it is read.
import { z } from 'zod';
import type {
  BusinessId,
  ConnectionId,
  EntryKey,
  IdentityId,
  TimeEntryId,
} from '../../shared/ids.ts';
import type { SqlValue } from './database.ts';
import type { OutboxRow } from './outbox-row.ts';
import {
  draftShape,
  idShape,
  jsonShape,
  remoteTimerShape,
  sourceShape,
  textShape,
} from './stored-shapes.ts';
import type { StoredRow } from './table-rows.ts';

/** All but `position`, in the order of `valuesOf`. */
export const COLUMNS = [
  'key',
  'connection_id',
  'source',
  'identity_id',
  'business_id',
  'draft',
  'gone',
  'state',
  'sent_at_ms',
  'attempt',
  'known_ids',
  'former_ids',
  'remote_id',
  'base',
  'theirs',
  'saved_at_ms',
  'refusal',
  'timer',
  'act',
] as const;

export function valuesOf(row: OutboxRow): readonly SqlValue[] {
  const { attempt } = row;
  return [
    row.key,
    row.connectionId,
    row.source,
    row.identityId,
    row.businessId,
    JSON.stringify(row.draft),
    row.gone ? 1 : 0,
    row.state,
    attempt === null ? null : attempt.atMs,
    attempt && JSON.stringify({ what: attempt.what, draft: attempt.draft }),
    JSON.stringify(row.knownIds),
    JSON.stringify(row.formerIds),
    row.remoteId,
    row.base && JSON.stringify(row.base),
    row.theirs && JSON.stringify(row.theirs),
    row.savedAtMs,
    row.refusal && JSON.stringify(row.refusal),
    row.timer && JSON.stringify(row.timer),
    row.act && JSON.stringify(row.act),
  ];
}

const instantShape = z.number().int();
const idsShape = jsonShape(z.array(idShape<TimeEntryId>()));

const rowShape = z.object({
  key: textShape<EntryKey>(),
  connection_id: textShape<ConnectionId>(),
  source: sourceShape,
  identity_id: idShape<IdentityId>(),
  business_id: idShape<BusinessId>(),
  draft: jsonShape(draftShape),
  gone: z.union([z.literal(0), z.literal(1)]),
  state: z.enum(['saved', 'waiting', 'sending', 'unsure', 'refused', 'conflict']),
  sent_at_ms: instantShape.nullable(),
  attempt: jsonShape(
    z.object({ what: z.enum(['add', 'change', 'delete']), draft: draftShape }),
  ).nullable(),
  known_ids: idsShape,
  former_ids: idsShape,
  remote_id: idShape<TimeEntryId>().nullable(),
  base: jsonShape(draftShape).nullable(),
  theirs: jsonShape(z.union([draftShape, z.literal('deleted')])).nullable(),
  saved_at_ms: instantShape.nullable(),
  refusal: jsonShape(z.record(z.string(), z.string())).nullable(),
  timer: jsonShape(remoteTimerShape).nullable(),
  act: jsonShape(
    z.discriminatedUnion('what', [
      z.object({ what: z.enum(['added', 'deleted', 'timer-logged']), atMs: instantShape }),
      z.object({ what: z.literal('changed'), atMs: instantShape, before: draftShape }),
    ]),
  ).nullable(),
});

/** @returns null for a row that is damaged */
export function rowFromSql(stored: StoredRow): OutboxRow | null {
  const row = rowShape.safeParse(stored).data;
  if (!row) return null;
  const { draft, sent_at_ms: atMs } = row;
  return {
    key: row.key,
    connectionId: row.connection_id,
    source: row.source,
    identityId: row.identity_id,
    businessId: row.business_id,
    draft,
    gone: row.gone === 1,
    // The program ended while it was being sent: it may be in FreshBooks or not.
    state: row.state === 'sending' ? 'unsure' : row.state,
    // Rows from before entries could be changed say less: those were only ever added, as they are.
    attempt: atMs === null ? null : { ...(row.attempt ?? { what: 'add', draft }), atMs },
    knownIds: row.known_ids,
    formerIds: row.former_ids,
    remoteId: row.remote_id,
    base: row.remote_id === null ? null : (row.base ?? draft),
    theirs: row.theirs,
    savedAtMs: row.saved_at_ms,
    refusal: row.refusal,
    timer: row.timer,
    act: row.act,
  };
}
