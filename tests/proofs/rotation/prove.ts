// A login that is renewed every few hours for years must survive every moment at which the
// computer may stop: killed at each await point and at a thousand others, asked by fifty at once,
// and run through ten thousand orders of events.
import type { Prove } from '../proof.ts';
import { killOverAndOver } from './kills.ts';
import { tryOrders } from './orders.ts';

const KILLS = 1000;
const ORDERS_PER_KILL = 10;

/** @param rounds how many kills at random moments; ten times as many orders are tried */
export const prove: Prove = async ({ seed, rounds, say }) => {
  const randomKills = rounds ?? KILLS;
  const orders = await tryOrders({ seed, orders: randomKills * ORDERS_PER_KILL, say });
  const killed = await killOverAndOver({ seed, randomKills, say });
  const lost = killed.lost + orders.lost;
  const sentTwice = killed.sentTwice + orders.sentTwice;
  return {
    figures: {
      kills: killed.kills,
      awaitPoints: killed.awaitPoints,
      lost,
      sentTwice,
      softAfterLostAnswer: killed.softAfterLostAnswer,
      softNeverSent: killed.softNeverSent,
      callers: killed.callers,
      refreshes: killed.refreshes,
      orders: orders.tried,
    },
    holds: lost === 0 && sentTwice === 0 && killed.refreshes === 1 && killed.tokensGiven === 1,
  };
};
