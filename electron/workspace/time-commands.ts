// What the person does to entries, from the command to the outbox: a new one belongs to the login
// and the business that are shown, a known one to its own.
import type { EntryKey, TimeEntryId } from '../../shared/ids.ts';
import type { CommandInput } from '../../shared/ipc.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { BusinessLists } from './business-lists.ts';
import type { Outbox } from './outbox.ts';
import { type OutboxRow, type RowOwner, rowOfListed } from './outbox-row.ts';
import type { OutboxRows } from './outbox-rows.ts';
import type { Pauses } from './pauses.ts';
import { changed, deleted, discarded, resolved, undone } from './row-acts.ts';
import { asListed, asSeen } from './seen-row.ts';
import type { StoredConnections } from './stored-connections.ts';
import { changedDraftOf, draftOf } from './time-draft.ts';
import { isAhead, keyOfListed } from './time-slice.ts';
import type { Timer } from './timer/open-timer.ts';
import { cameTooLate, findUndoable, lastActs } from './undo.ts';
import type { Workspace } from './workspace.ts';

export interface TimeCommandsWorld {
  readonly clock: () => number;
  readonly randomId: () => string;
  readonly stored: StoredConnections;
  readonly lists: BusinessLists;
  readonly rows: OutboxRows;
  readonly outbox: Outbox;
  readonly pauses: Pauses;
  readonly timer: Pick<Timer, 'lastAnswers' | 'takeBackAnswer' | 'takeBackEnd'>;
}

export type TimeCommands = Pick<
  Workspace,
  | 'logTime'
  | 'changeEntry'
  | 'deleteEntry'
  | 'undo'
  | 'retryUnsent'
  | 'discardEntry'
  | 'resolveEntry'
>;

const CHOOSE_FIRST = failed({
  code: 'rejected',
  fields: { entry: 'was changed elsewhere; choose what stays first' },
});
const NO_SUCH_ENTRY = failed({ code: 'not-found', thing: 'time entry' });

export function timeCommands(world: TimeCommandsWorld): TimeCommands {
  const { clock, randomId, stored, lists, rows, outbox, pauses, timer } = world;

  /** Whose a new entry is. */
  function owner(): Result<RowOwner> {
    const active = stored.active();
    if (!active) return failed({ code: 'sign-in-needed', reason: 'never-signed-in' });
    const shown = lists.shown();
    if (!shown) return failed({ code: 'not-found', thing: 'business' });
    const { id: connectionId, source, identity } = active;
    return ok({ connectionId, source, identityId: identity.id, businessId: shown.businessId });
  }

  /** What was only listed so far gets a row the moment something is done to it. */
  function find(key: string): OutboxRow | null {
    const listed = lists.copy('time');
    const whose = owner();
    if (!whose.ok) return null;
    const { connectionId, businessId } = whose.value;
    const isNamed = (id: TimeEntryId | null) => id !== null && keyOfListed(id) === key;
    const row = rows
      .list()
      .filter((one) => one.connectionId === connectionId && one.businessId === businessId)
      .find((one) => one.key === key || isNamed(one.remoteId));
    const entry = listed?.body.find(({ id }) => (row ? id === row.remoteId : isNamed(id)));
    if (!listed || !entry) return row ?? null;
    const { timeZone } = lists.day();
    if (row) return isAhead(row, listed.refreshedAtMs) ? row : asListed(row, entry, timeZone);
    // The sample data counts its ids for itself, so another login's row may have that name.
    const listedKey = keyOfListed(entry.id);
    const newKey = rows.find(listedKey) ? (randomId() as EntryKey) : listedKey;
    return rowOfListed(whose.value, newKey, entry, timeZone);
  }

  function act(key: string, work: (row: OutboxRow) => Result<readonly OutboxRow[]>) {
    const row = find(key);
    if (!row) return NO_SUCH_ENTRY;
    const done = work(row);
    return done.ok ? outbox.store(...done.value) : done;
  }

  /** What time away became; one that was changed elsewhere meanwhile has to be looked at first. */
  function withoutEntry(key: EntryKey): readonly OutboxRow[] {
    const row = rows.find(key);
    return row && row.state !== 'conflict' ? [undone({ ...row, act: null }, clock())] : [];
  }

  return {
    logTime(input) {
      const whose = owner();
      if (!whose.ok) return whose;
      const draft = draftOf(input, lists.catalog(), lists.day(), clock());
      return draft.ok ? outbox.add({ ...whose.value, draft: draft.value }) : draft;
    },
    changeEntry: (input) =>
      act(input.key, (found) => {
        const row = input.seen ? asSeen(found, input.seen) : found;
        const draft = changedDraftOf(input, row.draft, lists.catalog(), lists.day(), clock());
        return draft.ok ? ok([changed(row, draft.value, clock())]) : draft;
      }),
    deleteEntry: (key) =>
      act(key, (row) => (row.state === 'conflict' ? CHOOSE_FIRST : ok([deleted(row, clock())]))),
    undo(id) {
      const acts = [...lastActs(rows.list()), ...timer.lastAnswers()];
      const last = findUndoable(acts, id, clock());
      if (last?.what === 'away-answered') {
        return timer.takeBackAnswer(last.key, (keys, alongside) =>
          outbox.storeWith(alongside, keys.flatMap(withoutEntry)),
        );
      }
      const row = last && rows.find(last.key);
      if (!row) return cameTooLate();
      const takenBack = undone(row, clock());
      if (row.act?.what !== 'timer-logged') return outbox.store(takenBack);
      return timer.takeBackEnd(row.key, (alongside) => outbox.storeWith(alongside, [takenBack]));
    },
    retryUnsent() {
      for (const { id } of stored.list()) void outbox.tryAgain(id);
      // FreshBooks itself said when it listens again; asking sooner would only make it longer.
      const active = stored.active();
      const pause = active && pauses.refusal(active.id);
      return pause ? failed(pause) : ok();
    },
    discardEntry: (key) =>
      act(key, (row) =>
        outbox.isInHand(row.key)
          ? failed({ code: 'rejected', fields: { entry: 'is being sent this very moment' } })
          : ok([discarded(row, clock())]),
      ),
    resolveEntry: ({ key, take }: CommandInput<'outbox.resolve'>) =>
      act(key, (row) =>
        row.state === 'conflict'
          ? ok(resolved(row, take, () => randomId() as EntryKey, clock()))
          : failed({ code: 'rejected', fields: { entry: 'needs no choice any more' } }),
      ),
  };
}
