// Changing or deleting an entry FreshBooks has. A PUT replaces the whole entry and a DELETE is final
// (freshbooks-api.md §6.2), so it is read first, and what is there now decides.
import type { TimeEntryId } from '../../shared/ids.ts';
import type { Errand, Step } from './errand.ts';
import type { OutboxRow } from './outbox-row.ts';
import { arrived, atRest, inConflict, wentAway } from './row-outcomes.ts';
import { isSameContent } from './same-entry.ts';

export async function changeEntry(errand: Errand, id: TimeEntryId): Promise<Step> {
  const before = errand.row();
  const read = await errand.books.timeEntry(errand.business, id);
  if (errand.closed()) return 'stop';
  if (!read.ok) return errand.cannotAsk(read.error);
  const row = errand.row();
  const { attempt, base } = row;
  const there = read.value;
  if (there === 'deleted') {
    const isOurs = row.gone || attempt?.what === 'delete';
    return isOurs ? errand.note(wentAway) : errand.note((now) => inConflict(now, there));
  }
  const isAsSeen = base !== null && isSameContent(there, base);
  if (attempt?.what === 'change' && isSameContent(there, attempt.draft)) {
    return errand.note((now, at) => arrived(now, attempt.draft, there, at));
  }
  if (attempt !== null && isAsSeen) return errand.mayStillCome() ? 'next' : errand.note(atRest);
  if (isAsSeen) return row === before ? send(errand, row, id) : again(row);
  // Somebody made the same change, or ours was taken back before anything came of it.
  const isWished = isSameContent(there, row.draft) || (base && isSameContent(base, row.draft));
  if (!row.gone && isWished) return errand.note((now, at) => arrived(now, row.draft, there, at));
  return errand.note((now) => inConflict(now, there));
}

/** Changed, deleted or taken back while FreshBooks was asked. */
function again({ state }: OutboxRow): Step {
  return state === 'waiting' ? 'again' : 'next';
}

function send(errand: Errand, row: OutboxRow, id: TimeEntryId): Promise<Step> {
  return row.gone ? sendDelete(errand, row, id) : sendChange(errand, row, id);
}

async function sendChange(errand: Errand, row: OutboxRow, id: TimeEntryId): Promise<Step> {
  const attempt = { what: 'change', draft: row.draft } as const;
  if (!errand.begin(row, attempt)) return 'stop';
  const answer = await errand.books.changeTimeEntry(errand.business, id, attempt.draft);
  if (errand.closed()) return 'stop';
  if (answer.ok) return errand.note((now, at) => arrived(now, attempt.draft, answer.value, at));
  if (answer.error.code === 'not-found' && (await isDeleted(errand, id))) {
    return errand.note((now) => inConflict(now, 'deleted'));
  }
  return errand.failed(attempt, null, answer.error) ?? changeEntry(errand, id);
}

async function sendDelete(errand: Errand, row: OutboxRow, id: TimeEntryId): Promise<Step> {
  const attempt = { what: 'delete', draft: row.draft } as const;
  if (!errand.begin(row, attempt)) return 'stop';
  const answer = await errand.books.deleteTimeEntry(errand.business, id);
  if (errand.closed()) return 'stop';
  if (answer.ok) return errand.note(wentAway);
  return errand.failed(attempt, null, answer.error) ?? changeEntry(errand, id);
}

/** `not-found` may also be about a project or a service it was to have. */
async function isDeleted(errand: Errand, id: TimeEntryId): Promise<boolean> {
  const read = await errand.books.timeEntry(errand.business, id);
  return read.ok && read.value === 'deleted';
}
