/**
 * Consent pages that are open in a browser right now. Each carries a one-time id; a form posted
 * without one, or twice, is refused, so no other page can press the button for the person.
 */
import type { SandboxWorld } from '../sandbox-world.ts';
import type { AuthorizeRequest } from './authorize-request.ts';
import { randomHex } from './secret-digest.ts';

const lifetimeMs = 10 * 60_000;
const mostAtOnce = 100;

export interface PendingConsents {
  /** Remembers a request and gives the id its form must bring back. */
  open(request: AuthorizeRequest): string;
  /** The request of this id, once; undefined when unknown, used or older than ten minutes. */
  take(id: string | undefined): AuthorizeRequest | undefined;
}

export function createPendingConsents(world: SandboxWorld): PendingConsents {
  const pending = new Map<string, { request: AuthorizeRequest; expiresAtMs: number }>();
  return {
    open(request) {
      const oldest = pending.keys().next();
      if (pending.size >= mostAtOnce && !oldest.done) pending.delete(oldest.value);
      const id = randomHex(world.randomBytes, 32);
      pending.set(id, { request, expiresAtMs: world.clock() + lifetimeMs });
      return id;
    },
    take(id) {
      const found = id === undefined ? undefined : pending.get(id);
      if (id === undefined || !found) return undefined;
      pending.delete(id);
      return found.expiresAtMs > world.clock() ? found.request : undefined;
    },
  };
}
