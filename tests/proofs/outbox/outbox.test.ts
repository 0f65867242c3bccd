// The short form: some steps of each operation, some entries at random, and the proof itself put to
// the test.
import { describe, expect, it } from 'vitest';
import { type OutboxPlan, proveOutbox } from './prove.ts';

const PLAN: OutboxPlan = {
  seed: 20_261_112,
  entries: 50,
  oneStepIn: 25,
  broken: null,
  say: () => {},
};

const BROKEN = { ...PLAN, entries: 40, oneStepIn: null } as const;

it('keeps every entry that was acknowledged, once, wherever the program is killed', async () => {
  const { figures, holds } = await proveOutbox(PLAN);
  expect(figures).toMatchObject({
    duplicates: 0,
    lost: 0,
    'other than acknowledged': 0,
    unsent: 0,
    'corrupted databases': 0,
  });
  expect(figures['entries acknowledged']).toBeGreaterThanOrEqual(PLAN.entries);
  expect(figures['killed at a step']).toBeGreaterThan(10);
  expect(figures.faults).toBeGreaterThan(10);
  expect(holds).toBe(true);
}, 240_000);

describe('the proof falls short of an app that', () => {
  it('does not look in FreshBooks before it sends again', async () => {
    // Of so many entries a dozen are sent twice; of a third of them sometimes none.
    const plan = { ...BROKEN, entries: 120, broken: 'looks nowhere' } as const;
    const { figures, holds } = await proveOutbox(plan);
    expect(figures.duplicates).toBeGreaterThan(0);
    expect(holds).toBe(false);
  }, 240_000);

  it('acknowledges an entry before it is on the disk', async () => {
    const { figures, holds } = await proveOutbox({ ...BROKEN, broken: 'stores too late' });
    expect(figures.lost).toBeGreaterThan(0);
    expect(holds).toBe(false);
  });
});
