// Many at once: none of them wins, and the answer finds its way between them.
import { openRawConnection, sendRaw } from '../../../support/raw-connection.ts';
import { cameBack } from '../came-back.ts';
import type { HostileCase, Target } from '../hostile-case.ts';
import { query, request } from '../request-text.ts';
import { WAYS } from '../ways.ts';

const CROWD = 500;

function crowdOf(count: number, one: (at: number) => Promise<unknown>): Promise<unknown[]> {
  return Promise.all(Array.from({ length: count }, (_, at) => one(at)));
}

async function sent(it: Target, text: string): Promise<unknown> {
  return cameBack(await sendRaw(it.port, text), it);
}

export const CROWDS: readonly HostileCase[] = [
  {
    sentence: 'Five hundred guesses at once.',
    does: (it) => crowdOf(CROWD, (at) => sent(it, query(it, `code=${it.code}&state=${at}`))),
    comesBack: 403,
  },
  {
    sentence: 'A hundred favicons at once, by every way.',
    does: (it) =>
      crowdOf(100, async (at) => {
        const way = WAYS[at % WAYS.length];
        const reply = await way?.send(it.port, request(it, { target: '/favicon.ico' }));
        return cameBack(reply ?? '', it);
      }),
    comesBack: 404,
  },
  {
    sentence: 'More silent connections than there is room for; the oldest make way.',
    does: async (it) => {
      const crowd = [];
      for (let at = 0; at < CROWD + 50; at += 1) crowd.push(await openRawConnection(it.port));
      const oldest = await Promise.all(crowd.slice(0, 50).map(({ received }) => received));
      it.pass(15_000);
      await Promise.all(crowd.map(({ received }) => received));
      return oldest.map((reply) => cameBack(reply, it));
    },
    comesBack: 'nothing',
  },
  {
    sentence: 'Five hundred at once that know everything, and one is FreshBooks’ own answer.',
    does: async (it) => {
      const replies = await crowdOf(CROWD, (at) =>
        sent(it, at === 250 ? request(it) : request(it, { host: `evil.example:${it.port}` })),
      );
      const pages = replies.filter((reply) => reply === 'the final page');
      // The others are refused, or find the door shut: the sign-in is over.
      const others = replies.filter((reply) => reply !== 403 && reply !== 'nothing');
      return pages.length === 1 ? others : [`${pages.length} final pages`];
    },
    comesBack: 'the final page',
    afterwards: 'answered',
  },
];
