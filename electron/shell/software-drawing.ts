// Draws without the graphics card. A list and a form do not need one, and on Linux reaching for it
// costs a fifth of the time from start to first paint, more where the driver fails and is asked
// again. macOS and Windows keep theirs: there it was not measured.
import { app } from 'electron';

/** Must run before the app is ready. */
export function drawWithoutGraphicsCard(): void {
  if (process.platform === 'linux') app.disableHardwareAcceleration();
}
