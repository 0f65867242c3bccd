// Timers that ended here while FreshBooks may still have them running. They are remembered until
// FreshBooks has let go of them: otherwise the next look would take them for new ones, and the same
// work would be logged twice.
import type { Books } from '../../../shared/books.ts';
import type { RemoteTimer } from '../../../shared/running-timers.ts';
import type { MirroredBusiness, MirrorWorld } from './mirror-world.ts';
import { thereOf } from './take-over.ts';
import { isOwnedBy, type TimerRow } from './timer-row.ts';

/** Longer than an end can be taken back, and than FreshBooks may show an older list. */
const REMEMBERED_MS = 10 * 60_000;

export interface Listed {
  readonly timers: readonly RemoteTimer[];
  /** Milliseconds since the epoch. */
  readonly askedAtMs: number;
}

export async function settleEnded(
  world: MirrorWorld,
  books: Books,
  of: MirroredBusiness,
  listed: Listed,
): Promise<void> {
  const ended = world.rows.list().filter((row) => row.state !== 'current' && isOwnedBy(row, of));
  for (const row of ended) await settleOne(world, books, of, row, listed);
}

async function settleOne(
  world: MirrorWorld,
  books: Books,
  of: MirroredBusiness,
  row: TimerRow,
  listed: Listed,
): Promise<void> {
  const { rows, clock, pauses, late } = world;
  const there = thereOf(rows, row, listed.timers);
  if (!there) {
    const isOver = Math.abs(clock() - (row.endedMs ?? 0)) > REMEMBERED_MS;
    const mayCome = row.sentStart !== null && late.mayStillCome(row.key);
    if (isOver && !mayCome) rows.noteAfter({ remove: [row.key] });
    return;
  }
  if (!row.remote) rows.noteAfter({ put: [{ ...row, remote: there, sentStart: null }] });
  if (!isUnwanted(world, row, listed.askedAtMs)) return;
  const answer = await books.timers.discard(of.business, there.id);
  if (!answer.ok) pauses.note(of.connectionId, answer.error);
}

/**
 * One that was logged is left to its entry, which closes it. It is in nobody's way any more once
 * FreshBooks had the entry before it was asked, or the entry was given up.
 */
function isUnwanted(world: MirrorWorld, row: TimerRow, askedAtMs: number): boolean {
  if (row.state === 'discarded') return true;
  const entry = world.entryOf(row.key);
  if (!entry) return Math.abs(world.clock() - (row.endedMs ?? 0)) > REMEMBERED_MS;
  return entry.savedAtMs !== null && entry.savedAtMs < askedAtMs;
}
