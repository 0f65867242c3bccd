// What the timer becomes by a change, in words, before anything is changed.
import type { QuickAddContext } from '../../shared/quick-add/reading.ts';
import type { RunningTimer } from '../../shared/snapshot.ts';
import { clockWords } from '../parts/clock-words.ts';
import type { TimerChange } from './read-change.ts';
import { shortDuration } from './timer-words.ts';

/** "Acme Labs · API rebuild · Development · fixed login"; empty where that does not change. */
export function workWords(
  { startedAtMs: _, ...change }: TimerChange,
  timer: RunningTimer,
  { clients, projects, services }: QuickAddContext,
): string {
  if (Object.keys(change).length === 0) return '';
  const work = { ...timer, ...change };
  const note = change.note ?? timer.note;
  const project = projects.find(({ id }) => id === work.projectId);
  const clientId = project ? project.clientId : work.clientId;
  return [
    clients.find(({ id }) => id === clientId)?.name,
    project?.title,
    services.find(({ id }) => id === work.serviceId)?.name ?? 'no service',
    change.billable === undefined ? '' : change.billable ? 'billable' : 'not billable',
    note.trim(),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** "Since 9:10: 20m so far." Its pauses stay where they are. */
export function startWords(
  startedAtMs: number,
  timer: RunningTimer,
  { nowMs, timeZone }: QuickAddContext,
): string {
  const runningMs = timer.runningSinceMs === null ? 0 : nowMs - timer.runningSinceMs;
  const earlierMs = timer.startedAtMs - startedAtMs;
  const seconds = Math.max(0, timer.bankedSeconds + (runningMs + earlierMs) / 1000);
  return `Since ${clockWords(startedAtMs, nowMs, { timeZone })}: ${shortDuration(seconds)} so far.`;
}
