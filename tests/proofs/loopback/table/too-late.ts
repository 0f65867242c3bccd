// When: an answer counts once, and only while its sign-in waits.

import { settle } from '../../../support/manual-clock.ts';
import { openRawConnection } from '../../../support/raw-connection.ts';
import { cameBack } from '../came-back.ts';
import { hasBeenHeard } from '../hearing.ts';
import type { HostileCase, Target } from '../hostile-case.ts';
import { request } from '../request-text.ts';
import { isAnybodyListening, WAYS } from '../ways.ts';

/** What somebody finds who comes with the answer after it has been given. */
async function atTheDoor(it: Target): Promise<string> {
  return (await isAnybodyListening(it.port)) ? 'somebody listens' : 'nobody listens';
}

/** FreshBooks' answer, given as a browser gives it. */
async function answered(it: Target): Promise<unknown> {
  const reply = cameBack((await WAYS[1]?.send(it.port, request(it))) ?? '', it);
  await settle();
  return reply;
}

export const TOO_LATE: readonly HostileCase[] = [
  {
    sentence: 'A replay after success.',
    does: async (it) => {
      const first = await answered(it);
      return first === 'the final page' ? [await atTheDoor(it)] : [first];
    },
    comesBack: 'nobody listens',
    afterwards: 'answered',
  },
  {
    sentence: 'A replay on a connection that was open before.',
    does: async (it) => {
      const early = await openRawConnection(it.port);
      const first = await answered(it);
      early.socket.write(request(it));
      return first === 'the final page' ? [cameBack(await early.received, it)] : [first];
    },
    comesBack: ['nothing', 403],
    afterwards: 'answered',
  },
  {
    sentence: 'A replay in the same breath.',
    does: async (it) => {
      const both = await Promise.all([openRawConnection(it.port), openRawConnection(it.port)]);
      // All but the last byte is there before, so that both are whole in the same instant.
      for (const { socket } of both) socket.write(request(it).slice(0, -1));
      await hasBeenHeard(it);
      for (const { socket } of both) socket.write('\n');
      const replies = await Promise.all(both.map(async ({ received }) => received));
      const read = replies.map((reply) => cameBack(reply, it));
      const pages = read.filter((reply) => reply === 'the final page').length;
      return pages === 1 ? read : [`${pages} final pages`];
    },
    comesBack: ['the final page', 403, 'nothing'],
    afterwards: 'answered',
  },
  {
    sentence: 'A replay right behind the answer, on its own connection.',
    does: async (it) => {
      const { socket, received } = await openRawConnection(it.port);
      socket.write(request(it).repeat(2));
      return [cameBack(await received, it)];
    },
    comesBack: 'the final page',
    afterwards: 'answered',
  },
  {
    sentence: 'A silent connection that waits for the end is closed with it.',
    does: async (it) => {
      const silent = await openRawConnection(it.port);
      await answered(it);
      return [cameBack(await silent.received, it)];
    },
    comesBack: 'nothing',
    afterwards: 'answered',
  },
  {
    sentence: 'Pasting what the browser brought already.',
    does: async (it) => {
      await answered(it);
      return [it.paste(`https://localhost:${it.port}${it.answer}`)];
    },
    comesBack: 'no-sign-in-waiting',
    afterwards: 'answered',
  },
  {
    sentence: 'The answer to a sign-in the person gave up.',
    does: async (it) => {
      const early = await openRawConnection(it.port);
      it.cancel();
      early.socket.write(request(it));
      const reply = cameBack(await early.received, it);
      return [reply === 'nothing' ? await atTheDoor(it) : reply];
    },
    comesBack: 'nobody listens',
    afterwards: 'cancelled',
  },
];
