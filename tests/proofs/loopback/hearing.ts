// Waits for the listener to have read what a stranger sent, where no answer tells.
import { settle } from '../../support/manual-clock.ts';
import { sendRaw } from '../../support/raw-connection.ts';
import type { Target } from './hostile-case.ts';
import { request } from './request-text.ts';

/** The listener is one thread: when it answers this, it has seen what was sent before. */
export async function hasBeenHeard(it: Target): Promise<void> {
  await sendRaw(it.port, request(it, { target: '/' }));
  await settle();
}
