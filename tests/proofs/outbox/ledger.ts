// What the person was told, entry by entry, and whether FreshBooks' books agree. Between an act
// and its answer a kill leaves two things that may be true; once answered there is one.
import type { TimeEntryRecord } from '../../../electron/sandbox/state/sample-books.ts';
import type { Day } from '../../../shared/day.ts';
import type { Act, Report, Said } from './messages.ts';

/** How an entry looks in FreshBooks; null when it is not there. */
type Look = string | null;

interface Entry {
  readonly id: number;
  /** Ties it to its row; two made alike share it. */
  readonly note: string;
  isAcknowledged: boolean;
  key: string | null;
  mayBe: ReadonlySet<Look>;
  /** As it was before it was deleted. */
  lastLook: Look;
  /** What was done to it and what was answered, for whoever looks for the reason. */
  readonly story: string[];
}

interface Tried {
  readonly entry: Entry;
  /** What was possible before the act. */
  readonly before: ReadonlySet<Look>;
  readonly after: Look;
}

export interface Judgement {
  acknowledged: number;
  /** Acknowledged, and once in FreshBooks as last acknowledged. */
  presentOnce: number;
  /** Acknowledged, and taken back or deleted by the person: not in FreshBooks. */
  takenBack: number;
  duplicates: number;
  lost: number;
  /** There, though neither as last acknowledged nor as tried since. */
  otherwise: number;
  /** Notes of whatever was not as it should be. */
  readonly wrong: string[];
}

export class Ledger {
  /** Answers other than yes, by their codes: the person was told, and holds the text. */
  readonly refusals = new Map<string, number>();
  private readonly entries = new Map<number, Entry>();
  private readonly acts = new Map<number, Act>();
  private readonly tried = new Map<number, Tried>();

  /** To be called before the act is ordered. */
  plan(act: Act): void {
    if ('id' in act) this.acts.set(act.id, act);
  }

  /** How many entries the person was told are safe. */
  get acknowledged(): number {
    return [...this.entries.values()].filter((entry) => entry.isAcknowledged).length;
  }

  /** Entries that may be changed or deleted: the person sees them. */
  keyOf(id: number): string | null {
    return this.entries.get(id)?.key ?? null;
  }

  readonly hear = (report: Report): void => {
    if (report.said === 'trying') {
      const tried = this.begin(report);
      if (!tried) return;
      tried.entry.mayBe = new Set([...tried.before, tried.after]);
      tried.entry.story.push(`${this.acts.get(report.id)?.act} to ${tried.after}`);
      this.tried.set(report.id, tried);
    } else if (report.said === 'answered') this.answered(report);
  };

  /** @param rows everything in FreshBooks' books, deleted rows included */
  judge(rows: readonly TimeEntryRecord[]): Judgement {
    const judgement: Judgement = {
      acknowledged: this.acknowledged,
      presentOnce: 0,
      takenBack: 0,
      duplicates: 0,
      lost: 0,
      otherwise: 0,
      wrong: [],
    };
    const rowsNoted = byNote(rows);
    for (const [note, alike] of byNote([...this.entries.values()])) {
      const noted = rowsNoted.get(note) ?? [];
      const present = noted.filter(({ active }) => active).map(lookOf);
      if (judgeAlike(alike, present.sort(), judgement)) continue;
      const stories = alike.map(({ story }) => story.join(', ')).join(' | ');
      const there = noted.map((row) => `${row.active ? '' : 'deleted '}${lookOf(row)}`).join(', ');
      judgement.wrong.push(`${note.slice(0, 20)}: ${stories}; FreshBooks has: ${there}`);
    }
    return judgement;
  }

  private begin({ id, undoes, day }: Extract<Report, { said: 'trying' }>): Tried | null {
    const act = this.acts.get(id);
    if (act?.act === 'log') {
      const { note } = act.said;
      const entry: Entry = {
        id,
        note,
        isAcknowledged: false,
        key: null,
        mayBe: new Set([null]),
        lastLook: looks(act.said, day),
        story: [],
      };
      this.entries.set(id, entry);
      return { entry, before: entry.mayBe, after: entry.lastLook };
    }
    const entry =
      act?.act === 'undo'
        ? [...this.entries.values()].find(({ key }) => key !== null && key === undoes?.key)
        : act && 'entry' in act && this.entries.get(act.entry.of);
    if (!entry) return null;
    const before = entry.mayBe;
    if (act?.act === 'change') return { entry, before, after: looks(act.said, day) };
    const comesBack = act?.act === 'undo' && undoes?.what === 'deleted';
    return { entry, before, after: comesBack ? entry.lastLook : null };
  }

  private answered({ id, error, key }: Extract<Report, { said: 'answered' }>): void {
    if (error !== null) this.refusals.set(error, (this.refusals.get(error) ?? 0) + 1);
    const tried = this.tried.get(id);
    if (!tried) return;
    const { entry, before, after } = tried;
    entry.mayBe = error === null ? new Set([after]) : before;
    entry.story.push(error ?? 'ok');
    if (error !== null) return;
    if (after !== null) entry.lastLook = after;
    if (this.acts.get(id)?.act === 'log') {
      entry.isAcknowledged = true;
      entry.key = key;
    }
  }
}

/** Those alike cannot be told apart. @returns whether there is a way in which all of them fit */
function judgeAlike(
  alike: readonly Entry[],
  present: readonly Look[],
  judgement: Judgement,
): boolean {
  const ways = alike.reduce<readonly (readonly Look[])[]>(
    (begun, { mayBe }) => begun.flatMap((way) => [...mayBe].map((look) => [...way, look])),
    [[]],
  );
  const fitting = ways.find((way) => sameLooks(way, present));
  if (fitting) {
    for (const [index, { isAcknowledged }] of alike.entries()) {
      if (!isAcknowledged) continue;
      if (fitting[index] === null) judgement.takenBack += 1;
      else judgement.presentOnce += 1;
    }
    return true;
  }
  const counts = ways.map((way) => way.filter((look) => look !== null).length);
  const surplus = present.length - Math.max(...counts);
  const deficit = Math.min(...counts) - present.length;
  if (surplus > 0) judgement.duplicates += surplus;
  else if (deficit > 0) judgement.lost += deficit;
  else judgement.otherwise += 1;
  return false;
}

function byNote<Row extends { readonly note: string | null }>(
  rows: readonly Row[],
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.note ?? '') ?? [];
    group.push(row);
    groups.set(row.note ?? '', group);
  }
  return groups;
}

function sameLooks(way: readonly Look[], present: readonly Look[]): boolean {
  const wanted = way.filter((look) => look !== null).sort();
  return wanted.length === present.length && wanted.every((look, at) => look === present[at]);
}

function looks({ durationSeconds, projectId, serviceId }: Said, day: Day | null): string {
  return `${day} ${durationSeconds} ${projectId} ${serviceId}`;
}

function lookOf({
  localStartedAt,
  durationSeconds,
  projectId,
  serviceId,
}: TimeEntryRecord): string {
  return `${localStartedAt?.slice(0, 10)} ${durationSeconds} ${projectId} ${serviceId}`;
}
