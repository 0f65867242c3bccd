// Tells the workspace, while a timer runs, when the person was last at the computer, and when it
// slept or was locked. No timer runs: no sampling, and nothing of this wakes the computer.
import type { Timers } from '../../shared/timers.ts';
import type { DesktopInput } from '../workspace/timer/desktop-input.ts';

/** What of Electron's powerMonitor is used. Locking is told on macOS and Windows only. */
export interface PowerMonitor {
  getSystemIdleTime(): number;
  on(event: 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen', listener: () => void): unknown;
}

export interface IdleWorld {
  readonly clock: () => number;
  readonly timers: Timers;
  readonly power: PowerMonitor;
  /** @see canTellIdleTime */
  readonly canTell: boolean;
  readonly input: (event: DesktopInput) => void;
}

const SAMPLE_MS = 60_000;

/** While nobody is there: the return is dated from the first sample after it. */
const SAMPLE_AWAY_MS = 20_000;
const AWAY_AFTER_SECONDS = 60;

/**
 * An X server without its screen saver extension answers 0 for ever, and Chromium passes that on.
 * Nobody presses a key in the very second of so many samples, a minute apart.
 */
const ZEROS_THAT_SAY_NOTHING = 10;

/**
 * Under Wayland a program sees input to its own windows only. Chromium, as an X client there, calls
 * a person idle who types elsewhere, or answers 0 for ever (electron/electron#27912, #34826): worse
 * than no signal, because minutes worked would be offered for dropping.
 */
export function canTellIdleTime(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  if (platform === 'darwin' || platform === 'win32') return true;
  return environment.XDG_SESSION_TYPE !== 'wayland' && !environment.WAYLAND_DISPLAY;
}

/** @returns to be called whenever a timer may have begun or ceased to run */
export function watchIdle(world: IdleWorld): (isTimerRunning: boolean) => void {
  const { clock, timers, power, input } = world;
  let isWatching = false;
  let nextSample: unknown = null;
  let zeros = 0;

  /** Null where the value says nothing about the person. */
  function idleSeconds(): number | null {
    if (!world.canTell) return null;
    const seconds = power.getSystemIdleTime();
    zeros = seconds > 0 ? 0 : zeros + 1;
    return zeros > ZEROS_THAT_SAY_NOTHING ? null : seconds;
  }

  function sample(): void {
    if (nextSample !== null) timers.clear(nextSample);
    const seconds = idleSeconds();
    const isAway = seconds !== null && seconds >= AWAY_AFTER_SECONDS;
    nextSample = timers.set(sample, isAway ? SAMPLE_AWAY_MS : SAMPLE_MS);
    input({ kind: 'sample', atMs: clock(), idleSeconds: seconds });
  }

  function pass(kind: 'locked' | 'unlocked' | 'sleeping' | 'woke', sampleFirst: boolean): void {
    if (!isWatching) return;
    // It alone says when the last input was; locking and sleeping are none.
    if (sampleFirst) sample();
    input({ kind, atMs: clock() });
  }

  power.on('suspend', () => pass('sleeping', true));
  power.on('resume', () => pass('woke', false));
  power.on('lock-screen', () => pass('locked', true));
  power.on('unlock-screen', () => pass('unlocked', false));

  return (isTimerRunning) => {
    if (isTimerRunning === isWatching) return;
    isWatching = isTimerRunning;
    if (isWatching) return sample();
    timers.clear(nextSample);
    nextSample = null;
  };
}
