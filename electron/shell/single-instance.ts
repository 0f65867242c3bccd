// One app for each profile: of several launches one becomes it, and the others tell it and end.
import { app } from 'electron';

/** What goes through the single-instance channel. */
export interface LaunchNote {
  /** Null when a person launched it. */
  readonly requestFolder: string | null;
}

/** A caller on the command line has the lock for far less. */
const TRY_AGAIN_MS = 300;

/**
 * To be asked before Electron is ready.
 * @returns false when another has the lock; it was told of this launch
 */
export function becomesTheApp({ requestFolder }: LaunchNote): boolean {
  if (app.requestSingleInstanceLock({ requestFolder })) return true;
  // Whoever was started by a caller ends, and that one tries again by itself.
  if (requestFolder !== null) return false;
  // The other may have been a caller, who has the lock for a moment and shows nothing: the person
  // would see nothing at all. An app that is told twice shows itself once. Nobody may use the pause,
  // since what a launch chooses is chosen before Electron is ready.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, TRY_AGAIN_MS);
  return app.requestSingleInstanceLock({ requestFolder });
}
