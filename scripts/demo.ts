// The guided tour: a newcomer's first ten minutes in real Electron on the sample data, each step
// checked, told and pictured. `npm run demo`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectOpenedAddresses } from '../tests/support/app/opened-addresses.ts';
import { ROOT } from '../tests/support/app/running-app.ts';
import { openNarrator } from './tour/narrator.ts';
import { Stage } from './tour/stage.ts';
import { runTour } from './tour/steps.ts';

const profile = await mkdtemp(join(tmpdir(), 'traybooks-tour-'));
const addresses = await collectOpenedAddresses();
const stage = new Stage(profile, addresses);
const narrator = await openNarrator(
  join(ROOT, 'demo-output'),
  (file) => stage.picture(file),
  console.log,
);

try {
  await runTour(narrator, stage);
} finally {
  await stage.close();
  await addresses.close();
  await rm(profile, { recursive: true, force: true });
}
process.exitCode = narrator.close();
