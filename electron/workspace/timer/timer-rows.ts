// The timers on the disk, and in memory as they are there.
import type { EntryKey } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import type { Alongside, WorkspaceDatabase } from '../database.ts';
import { readRows, setAsideRows } from '../set-aside-rows.ts';
import {
  isOwnedBy,
  type TimerOwner,
  type TimerRow,
  timerFromSql,
  timerToSql,
} from './timer-row.ts';

export interface TimerChanges {
  readonly put?: readonly TimerRow[];
  readonly remove?: readonly EntryKey[];
}

export class TimerRows {
  /** How many rows could not be read when this was opened. */
  readonly damaged: number;
  private readonly database: WorkspaceDatabase;
  private all: readonly TimerRow[];

  constructor(database: WorkspaceDatabase) {
    this.database = database;
    const { rows, damaged } = readRows(database, 'timers', timerFromSql);
    setAsideRows(database, 'timers', damaged);
    this.all = rows;
    this.damaged = damaged.length;
  }

  list(): readonly TimerRow[] {
    return this.all;
  }

  find(key: EntryKey): TimerRow | null {
    return this.all.find((row) => row.key === key) ?? null;
  }

  /** The one that runs or is paused. */
  current(owner: TimerOwner): TimerRow | null {
    return this.all.find((row) => row.state === 'current' && isOwnedBy(row, owner)) ?? null;
  }

  /** For what must be on the disk before the next step: changed everywhere, or nowhere. */
  noteBefore(changes: TimerChanges): Result<undefined> {
    return this.together(changes, (alongside) => this.write(alongside));
  }

  /** For what has already happened elsewhere: known for this run also when the disk is full. */
  noteAfter(changes: TimerChanges): void {
    this.write(statements(changes));
    this.take(changes);
  }

  /**
   * Changes together with what somebody else writes, in their transaction.
   * @param write runs the statements; what it answers is answered
   */
  together<T>(changes: TimerChanges, write: (alongside: Alongside) => Result<T>): Result<T> {
    const written = write(statements(changes));
    if (written.ok) this.take(changes);
    return written;
  }

  private write(alongside: Alongside): Result<undefined> {
    return this.database.write((run) => {
      alongside(run);
      return undefined;
    });
  }

  private take({ put = [], remove = [] }: TimerChanges): void {
    const gone = new Set([...remove, ...put.map(({ key }) => key)]);
    this.all = [...this.all.filter(({ key }) => !gone.has(key)), ...put];
  }
}

function statements({ put = [], remove = [] }: TimerChanges): Alongside {
  return (run) => {
    for (const key of remove) run('DELETE FROM timers WHERE key = ?', key);
    // Only one may be current, at any moment: those that end go first.
    const ending = put.filter(({ state }) => state !== 'current');
    const lasting = put.filter(({ state }) => state === 'current');
    for (const row of [...ending, ...lasting]) {
      run(
        `INSERT INTO timers (key, source, identity_id, business_id, state, body)
         VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (key) DO UPDATE SET state = excluded.state, body = excluded.body`,
        ...timerToSql(row),
      );
    }
  };
}
