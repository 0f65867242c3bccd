// What the same person does with timers in the web app or on the phone, and what FreshBooks holds in
// the end.
import type { Sandbox } from '../../../electron/sandbox/start-sandbox.ts';

export interface RunningThere {
  readonly id: number;
  readonly isRunning: boolean;
}

export class WebApp {
  private readonly sandbox: Sandbox;
  private readonly prefix: string;

  /** @param prefix of every note of the day */
  constructor(sandbox: Sandbox, prefix: string) {
    this.sandbox = sandbox;
    this.prefix = prefix;
  }

  get timers() {
    return this.sandbox.backstage.timers;
  }

  /** Null when FreshBooks has no timer with that note. */
  find(note: string): RunningThere | null {
    const segments = this.segments().filter((one) => one.note === note);
    const id = segments[0]?.timerId;
    if (id === null || id === undefined) return null;
    return { id, isRunning: segments.some(({ durationSeconds }) => durationSeconds === null) };
  }

  isAnyTimerLeft(): boolean {
    return this.segments().length > 0;
  }

  /** Note and seconds of every logged entry of the day. */
  logged(): readonly (readonly [string, number])[] {
    return this.sandbox.backstage
      .timeEntries()
      .filter(({ isLogged, active, note }) => isLogged && active && note?.startsWith(this.prefix))
      .map(({ note, durationSeconds }) => [note ?? '', durationSeconds ?? 0] as const);
  }

  private segments() {
    return this.sandbox.backstage
      .timeEntries()
      .filter(({ timerId, isLogged, active }) => timerId !== null && !isLogged && active);
  }
}
