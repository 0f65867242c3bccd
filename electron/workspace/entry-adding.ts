// Adding an entry: looked for where an earlier attempt may have stored it, else sent.
import type { TimeEntryDraft } from '../../shared/books.ts';
import type { Errand, Step } from './errand.ts';
import type { OutboxRow } from './outbox-row.ts';
import { arrived, atRest, inConflict } from './row-outcomes.ts';
import {
  findPerhapsSent,
  findSent,
  hasSameStart,
  hasUsualStart,
  idsWithSameStart,
  type Sent,
} from './same-entry.ts';

/** Around the start when looking; FreshBooks' bounds are inclusive and in whole seconds. */
const LOOK_AROUND_MS = 60_000;

export async function addEntry(errand: Errand, nowMs: number): Promise<Step> {
  const row = errand.row();
  const sent = row.attempt?.draft;
  if (sent === undefined) return addFirst(errand, row, nowMs);
  const step = await look(errand, sent);
  if (step !== 'never came') return step;
  const now = errand.row();
  // What FreshBooks had at another start was never asked for.
  if (now.gone || !hasSameStart(now.draft, sent)) return errand.note(atRest);
  return send(errand, now);
}

/**
 * Should the answer be lost, only what was not there before can be ours: an entry alike may have
 * been made in the browser a minute ago, or lie in a week that was never listed.
 */
async function addFirst(errand: Errand, row: OutboxRow, nowMs: number): Promise<Step> {
  if (!hasUsualStart(row.draft, nowMs)) return send(errand, row);
  const listed = await listAround(errand, row.draft);
  if (errand.closed()) return 'stop';
  if (!listed.ok) return errand.cannotAsk(listed.error);
  // Changed or deleted meanwhile, which may leave nothing to be added at that start.
  if (errand.row() !== row) return errand.row().state === 'waiting' ? 'again' : 'next';
  return send(errand, { ...row, knownIds: idsWithSameStart(row.draft, listed.value) });
}

async function send(errand: Errand, row: OutboxRow): Promise<Step> {
  const attempt = { what: 'add', draft: row.draft } as const;
  if (!errand.begin(row, attempt)) return 'stop';
  const answer = await errand.books.createTimeEntry(errand.business, attempt.draft);
  if (errand.closed()) return 'stop';
  if (answer.ok) return errand.note((now, at) => arrived(now, attempt.draft, answer.value, at));
  const step = errand.failed(attempt, row.attempt, answer.error);
  if (step !== null) return step;
  const found = await look(errand, attempt.draft);
  return found === 'never came' ? 'next' : found;
}

/** @param draft what was sent, whatever the person wants by now */
async function look(errand: Errand, draft: TimeEntryDraft): Promise<Step | 'never came'> {
  const listed = await listAround(errand, draft);
  if (errand.closed()) return 'stop';
  if (!listed.ok) return errand.cannotAsk(listed.error);
  const sent: Sent = { draft, identityId: errand.row().identityId, taken: takenIds(errand) };
  const found = findSent(sent, listed.value);
  if (found) return errand.note((row, now) => arrived(row, draft, found, now));
  if (errand.mayStillCome()) return 'next';
  const perhaps = findPerhapsSent(sent, listed.value, alsoLookedFor(errand));
  return perhaps ? errand.note((row) => inConflict(row, perhaps)) : 'never came';
}

function listAround({ books, business }: Errand, { startedAtMs }: TimeEntryDraft) {
  return books.timeEntries(business, {
    fromMs: startedAtMs - LOOK_AROUND_MS,
    toMs: startedAtMs + LOOK_AROUND_MS,
  });
}

function takenIds(errand: Errand): Sent['taken'] {
  const others = errand.others().flatMap(({ remoteId, formerIds }) => [remoteId, ...formerIds]);
  const { knownIds, formerIds } = errand.row();
  return new Set([...knownIds, ...formerIds, ...others].filter((id) => id !== null));
}

function alsoLookedFor(errand: Errand): readonly TimeEntryDraft[] {
  return errand.others().flatMap(({ attempt }) => (attempt?.what === 'add' ? [attempt.draft] : []));
}
