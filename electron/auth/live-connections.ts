// Keeps the listener's connections few and short-lived, so that a program which opens many and
// says nothing, or speaks a byte a minute, neither blocks a sign-in nor outlives it.
import type { Socket } from 'node:net';
import type { Timers } from '../../shared/timers.ts';

/** A browser needs one request on each; a person at a certificate warning gets a new one. */
const LONGEST_LIFE_MS = 15_000;

const MOST = 500;

/** How long the browser may take to collect its last page. */
const LAST_PAGE_MS = 1_000;

export interface LiveConnections {
  add(socket: Socket): void;
  /** Ends all, after giving this one (plain or TLS) a moment to finish what it is sending. */
  end(last: Socket | null): Promise<void>;
}

export function createLiveConnections(timers: Timers): LiveConnections {
  // A set keeps the order of arrival, so its first is the oldest.
  const sockets = new Set<Socket>();

  return {
    add(socket) {
      for (const oldest of sockets) {
        if (sockets.size < MOST) break;
        sockets.delete(oldest);
        oldest.destroy();
      }
      sockets.add(socket);
      const deadline = timers.set(() => socket.destroy(), LONGEST_LIFE_MS);
      socket.once('close', () => {
        timers.clear(deadline);
        sockets.delete(socket);
      });
      // Resets and garbage are the stranger's business; without a listener they would throw.
      socket.on('error', () => socket.destroy());
    },
    async end(last) {
      await closed(last, timers);
      const open = [...sockets];
      const allClosed = open.map((socket) => new Promise((done) => socket.once('close', done)));
      for (const socket of open) socket.destroy();
      await Promise.all(allClosed);
    },
  };
}

/** Destroying it at once could cut the page off; a browser that stalls is not waited for. */
async function closed(last: Socket | null, timers: Timers): Promise<void> {
  if (!last || last.destroyed) return;
  await new Promise<void>((done) => {
    const deadline = timers.set(done, LAST_PAGE_MS);
    last.once('close', () => {
      timers.clear(deadline);
      done();
    });
  });
}
