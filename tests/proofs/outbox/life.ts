// One life of the app without its window: real workspace, real database file, real client and
// session against the sandbox. It does as it is told until it is killed.
import { writeSync } from 'node:fs';
import { LifeOfApp } from './life-of-app.ts';
import type { Order, Report } from './messages.ts';
import { Steps } from './steps.ts';

/** The pipe the proof listens at. */
const REPORTS = 3;

const steps = new Steps();

function say(report: Report): void {
  // Synchronous: what was said is with the proof, whatever happens to this process next.
  writeSync(REPORTS, `${JSON.stringify(report)}\n`);
}

let app: LifeOfApp | null = null;

async function follow(order: Order): Promise<void> {
  if (order.do === 'come-up') {
    app = new LifeOfApp(order.installation, order.time, steps, say);
    say({ said: 'up', notices: app.notices() });
    return;
  }
  if (!app) throw new Error('not up yet');
  switch (order.do) {
    case 'sign-in':
      return say({ said: 'signed-in', error: await app.signIn() });
    case 'acts':
      return app.act(order.acts);
    case 'settle':
      return say({ said: 'settled', ...(await app.settle(order.longestMs)) });
    case 'quit':
      await app.quit();
      process.exit();
  }
}

process.on('message', (order: Order) => {
  follow(order).catch(tellBug);
});
process.on('unhandledRejection', tellBug);
process.on('uncaughtException', tellBug);
// Whoever started this is gone.
process.on('disconnect', () => process.exit());
say({ said: 'ready' });

function tellBug(error: unknown): void {
  say({ said: 'bug', what: error instanceof Error ? String(error.stack) : String(error) });
}
