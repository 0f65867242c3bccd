// A running timer in words and figures.
import type { Catalog } from '../../shared/books.ts';
import { errorWords } from '../../shared/error-words.ts';
import { rounded } from '../../shared/rounding.ts';
import type { Rounding } from '../../shared/settings.ts';
import type { RunningTimer, TimerSlice, TimeSlice } from '../../shared/snapshot.ts';
import { timerName } from '../../shared/timer-name.ts';
import { dayAt } from '../../shared/wall-clock.ts';

/** "47:12", "1:05:12": to the second, for whoever watches it run. */
export function tickingWords(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours === 0
    ? `${minutes}:${two(seconds % 60)}`
    : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}

/** "47m", "1h", "1h 05m": whole minutes, rounded down, where there is little room. */
export function shortDuration(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h\u00a0${String(rest).padStart(2, '0')}m`;
}

/** "47m → 1h" where the rule changes it, else "47m". */
export function loggedWords(seconds: number, rounding: Rounding): string {
  const before = shortDuration(seconds);
  const after = shortDuration(rounded(seconds, rounding));
  return before === after ? before : `${before} → ${after}`;
}

/** What the round button does; one of another day is logged when it is gone on with. */
export function playWords(
  { startedAtMs, runningSinceMs }: RunningTimer,
  { today, timeZone }: Pick<TimeSlice, 'today' | 'timeZone'>,
): string {
  if (runningSinceMs !== null) return 'Pause timer';
  return dayAt(startedAtMs, timeZone) === today ? 'Resume timer' : 'Log it and start anew';
}

/** Service and note, unless the note is what it is called by. */
export function timerDetails(timer: RunningTimer, catalog: Catalog): string {
  const service = catalog.services.find(({ id }) => id === timer.serviceId)?.name;
  const note = timer.note.trim();
  const isName = timerName(timer, catalog) === note;
  return [service, isName ? '' : note].filter(Boolean).join(' · ');
}

/** What the person should know of this timer, a sentence each. */
export function timerRemarks(
  timer: RunningTimer,
  { idleSignal }: Pick<TimerSlice, 'idleSignal'>,
  asksAboutAbsence: boolean,
): readonly string[] {
  const here = timer.kept === 'here' && timer.refusal;
  return [
    here
      ? `It runs on this computer and becomes an entry when it is stopped. ${errorWords(here, 'here').happened}`
      : '',
    timer.fromElsewhere ? 'Started elsewhere.' : '',
    asksAboutAbsence && idleSignal === 'none' ? NO_IDLE_SIGNAL : '',
  ].filter(Boolean);
}

export const NO_IDLE_SIGNAL = 'This desktop does not tell when you are away, only when it sleeps.';
