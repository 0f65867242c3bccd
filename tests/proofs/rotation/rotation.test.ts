// The short form: each await point of a refresh once, a few kills at random, a thousand orders.
import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { tryOrders } from './orders.ts';
import { prove } from './prove.ts';

const SEED = 20_261_112;
const silent = () => {};

it('loses no login, sends no token twice, wherever the program is killed', async () => {
  const { figures, holds } = await prove({ seed: SEED, rounds: 20, say: silent });
  expect(figures).toMatchObject({ lost: 0, sentTwice: 0, callers: 50, refreshes: 1 });
  expect(figures.kills).toBeGreaterThanOrEqual(Number(figures.awaitPoints) + 20);
  expect(figures.awaitPoints).toBeGreaterThan(20);
  expect(holds).toBe(true);
});

it('does so in a thousand orders of events', async () => {
  const count = await tryOrders({ seed: SEED, orders: 1000, say: silent });
  expect(count).toEqual({ tried: 1000, lost: 0, sentTwice: 0 });
});

describe('the proof falls short of a session that', () => {
  it('forgets which tokens it has sent', async () => {
    const count = await tryOrders({
      seed: SEED,
      orders: 300,
      say: silent,
      broken: { notes: (real) => ({ ...real, has: () => false }) },
    });
    expect(count.lost).toBeGreaterThan(0);
  });

  it('lets a refresh win over a sign-in that finished meanwhile', async () => {
    const count = await tryOrders({
      seed: SEED,
      orders: 300,
      say: silent,
      broken: {
        vault: (real) => ({
          ...real,
          async saveRenewed(id, _known, renewed) {
            const saved = await real.saveTokens(id, renewed);
            return saved.ok ? ok(renewed) : saved;
          },
        }),
      },
    });
    expect(count.lost).toBeGreaterThan(0);
  });
});
