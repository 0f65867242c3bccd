// The commands about the timer, for the login and the business that are shown.
import type { CommandInput } from '../../../shared/ipc.ts';
import { failed, ok, type Result } from '../../../shared/result.ts';
import type { TimerWork } from '../../../shared/running-timers.ts';
import type { BusinessLists } from '../business-lists.ts';
import type { StoredConnections } from '../stored-connections.ts';
import { changedDraftOf, draftOf } from '../time-draft.ts';
import type { Workspace } from '../workspace.ts';
import type { AwayPart } from './away-choice.ts';
import type { MirroredBusiness } from './mirror-world.ts';
import { workOf } from './next-step.ts';
import type { TimerDesk } from './timer-desk.ts';
import type { TimerRows } from './timer-rows.ts';

export interface TimerCommandsWorld {
  readonly clock: () => number;
  readonly stored: StoredConnections;
  readonly lists: BusinessLists;
  readonly rows: TimerRows;
  readonly desk: TimerDesk;
  /** Looks at the clock, and who is there, before anything is reckoned with them. */
  readonly personActs: () => void;
  /** Something changed that FreshBooks should hear of. */
  readonly changed: (of: MirroredBusiness) => void;
}

export type TimerCommands = Pick<
  Workspace,
  | 'startTimer'
  | 'changeTimer'
  | 'pauseTimer'
  | 'resumeTimer'
  | 'stopTimer'
  | 'discardTimer'
  | 'answerAway'
  | 'overnightSeen'
>;

type WorkInput = Pick<
  CommandInput<'timer.start'>,
  'clientId' | 'projectId' | 'serviceId' | 'billable' | 'note'
>;

export function timerCommands(world: TimerCommandsWorld): TimerCommands {
  const { clock, lists, rows, desk, changed } = world;

  function change<T>(act: (of: MirroredBusiness) => Result<T>): Result<T> {
    const of = shownBusiness(world);
    if (!of.ok) return of;
    world.personActs();
    const done = act(of.value);
    if (done.ok) changed(of.value);
    return done;
  }

  /** @param before what the timer is for already, which may be archived by now and stay */
  function workFrom(input: WorkInput, before: TimerWork | null = null): Result<TimerWork> {
    const day = lists.day();
    const nowMs = clock();
    const entry = { ...input, durationSeconds: 1, day: day.today, startedAtMs: null };
    const { timeZone } = day;
    const draft = before
      ? changedDraftOf(
          entry,
          { ...before, durationSeconds: 1, startedAtMs: nowMs, timeZone },
          lists.catalog(),
          day,
          nowMs,
        )
      : draftOf(entry, lists.catalog(), day, nowMs);
    return draft.ok ? ok(workOf(draft.value)) : draft;
  }

  function partsFrom(
    parts: readonly (WorkInput & { readonly durationSeconds: number })[],
  ): Result<readonly AwayPart[]> {
    const done: AwayPart[] = [];
    for (const part of parts) {
      const work = workFrom(part);
      if (!work.ok) return work;
      done.push({ work: work.value, durationSeconds: part.durationSeconds });
    }
    return ok(done);
  }

  return {
    startTimer: ({ startedAtMs, ...input }) =>
      change((of) => {
        const work = workFrom(input);
        return work.ok ? desk.start(of, work.value, startedAtMs) : work;
      }),
    changeTimer: ({ startedAtMs, ...input }) =>
      change((of) => {
        const before = rows.current(of)?.work;
        const work = changedWork(before, input);
        const known = work && workFrom(work, before);
        if (known && !known.ok) return known;
        return desk.edit(of, known?.value ?? null, startedAtMs ?? null);
      }),
    pauseTimer: () => change((of) => desk.pause(of)),
    resumeTimer: () => change((of) => desk.resume(of)),
    stopTimer: () => change((of) => desk.stop(of)),
    discardTimer: () => change((of) => desk.discard(of)),
    answerAway: (answer) =>
      change((of) => {
        if (answer.choice !== 'entries') return desk.answerAway(of, answer);
        const parts = partsFrom(answer.parts);
        if (!parts.ok) return parts;
        return desk.answerAway(of, { choice: 'entries', parts: parts.value });
      }),
    overnightSeen: () => change((of) => desk.overnightSeen(of)),
  };
}

/** Whose timer a command means. */
export function shownBusiness({
  stored,
  lists,
}: Pick<TimerCommandsWorld, 'stored' | 'lists'>): Result<MirroredBusiness> {
  const active = stored.active();
  if (!active) return failed({ code: 'sign-in-needed', reason: 'never-signed-in' });
  const shown = lists.shown();
  if (!shown) return failed({ code: 'not-found', thing: 'business' });
  return ok({
    source: active.source,
    identityId: active.identity.id,
    businessId: shown.businessId,
    connectionId: active.id,
    business: shown.business,
    timeZone: lists.day().timeZone,
  });
}

/**
 * Another project or service brings its own billable, unless that was said, too.
 * @returns null when nothing but the start is to change: what it is for is not questioned then
 */
function changedWork(
  work: TimerWork | undefined,
  input: Omit<CommandInput<'timer.change'>, 'startedAtMs'>,
): WorkInput | null {
  if (!work || Object.values(input).every((value) => value === undefined)) return null;
  const { clientId, projectId, serviceId, billable, note } = input;
  const isOther = projectId !== undefined || serviceId !== undefined;
  return {
    clientId: clientId === undefined ? work.clientId : clientId,
    projectId: projectId === undefined ? work.projectId : projectId,
    serviceId: serviceId === undefined ? work.serviceId : serviceId,
    billable: billable === undefined ? (isOther ? null : work.billable) : billable,
    note: note ?? work.note,
  };
}
