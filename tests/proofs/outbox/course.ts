// What a person does in one life, chosen by chance: mostly logging, now and then thinking better
// of it, while the clock is moved and the network comes and goes.
import type { Chance } from '../rotation/chance.ts';
import type { Act, Said } from './messages.ts';

/** Of the sample books: projects with a service each that can be used on it. */
const WORK = [
  { projectId: 7_004_518, serviceId: 4_810_022 },
  { projectId: 7_004_518, serviceId: 4_810_023 },
  { projectId: 7_004_631, serviceId: 4_810_022 },
] as const;

const MOST_ACTS = 30;
/** So short that work of today began today. */
const LONGEST_ENTRY_MIN = 120;
/** A database page or two, so that a full disk is felt. */
const LONG_NOTE = ' and so on'.repeat(300);
const LARGEST_MOVE_MS = 3 * 24 * 3600_000;
/** How many of the latest entries the person still thinks about. */
const REMEMBERED = 12;

export interface CourseWorld {
  readonly chance: Chance;
  readonly newId: () => number;
  readonly keyOf: (id: number) => string | null;
}

export class Course {
  /** As last planned, by their log acts; latest last. */
  private readonly logged = new Map<number, Said>();

  constructor(private readonly world: CourseWorld) {}

  acts(): readonly Act[] {
    const count = 2 + this.world.chance.below(MOST_ACTS);
    return Array.from({ length: count }, () => this.next()).flat();
  }

  /** @param note ties what is logged to its row in FreshBooks' books */
  said(note: string): Said {
    const { chance } = this.world;
    return {
      ...(WORK[chance.below(WORK.length)] ?? WORK[0]),
      note: chance.below(10) === 0 ? note + LONG_NOTE : note,
      durationSeconds: 60 * (2 + chance.below(LONGEST_ENTRY_MIN)),
      // Yesterday's begin at nine like every other of that day.
      daysAgo: chance.below(3) === 0 ? 1 : 0,
    };
  }

  /** Shorter than before: longer, work that had just ended would end in the future. */
  otherThan({ note, durationSeconds, daysAgo }: Said): Said {
    const minutes = 1 + this.world.chance.below(Math.max(1, durationSeconds / 60 - 1));
    return { ...this.said(note), note, durationSeconds: 60 * minutes, daysAgo };
  }

  private next(): readonly Act[] {
    const { chance, newId } = this.world;
    const dice = chance.below(100);
    if (dice < 55) return [this.log()];
    if (dice < 62) return this.twins();
    if (dice < 70) return this.onOneOf((entry) => [this.change(entry)]);
    if (dice < 76) return this.onOneOf((entry) => [{ act: 'delete', id: newId(), entry }]);
    if (dice < 80) return [this.log(), { act: 'undo', id: newId() }];
    if (dice < 83) {
      return this.onOneOf((entry) => [
        { act: 'delete', id: newId(), entry },
        { act: 'pass', ms: chance.below(8000) },
        { act: 'undo', id: newId() },
      ]);
    }
    if (dice < 90) return [{ act: 'pass', ms: chance.below(60_000) }];
    if (dice < 93) return [{ act: 'move-clock', ms: movedBy(chance) }];
    if (dice < 96) return [{ act: 'network', is: 'gone' }, this.log()];
    if (dice < 99) return [{ act: 'network', is: 'there' }];
    return [{ act: 'retry' }];
  }

  private log(): Act {
    const id = this.world.newId();
    const said = this.said(`entry ${id}`);
    this.logged.set(id, said);
    return { act: 'log', id, said };
  }

  /** Two alike in everything that FreshBooks keeps, their start included. */
  private twins(): readonly Act[] {
    const [first, second] = [this.world.newId(), this.world.newId()];
    const said = { ...this.said(`twins ${first}`), daysAgo: 1 };
    return [
      { act: 'log', id: first, said },
      { act: 'log', id: second, said },
    ];
  }

  private change(entry: { readonly of: number; readonly key: string | null }): Act {
    const said = this.otherThan(this.logged.get(entry.of) ?? this.said(`entry ${entry.of}`));
    this.logged.set(entry.of, said);
    return { act: 'change', id: this.world.newId(), entry, said };
  }

  private onOneOf(
    act: (entry: { readonly of: number; readonly key: string | null }) => readonly Act[],
  ): readonly Act[] {
    const { chance, keyOf } = this.world;
    const latest = [...this.logged.keys()].slice(-REMEMBERED);
    const of = latest[chance.below(Math.max(1, latest.length))];
    return of === undefined ? [this.log()] : act({ of, key: keyOf(of) });
  }
}

/** Forward or back, by seconds as often as by days. */
export function movedBy(chance: Chance): number {
  const largest = LARGEST_MOVE_MS / 10 ** chance.below(5);
  return Math.round(largest * (chance.below(2000) / 1000 - 1));
}
