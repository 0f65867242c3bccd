// Nobody but FreshBooks' own answer ends or wins a sign-in: the hostile table, over and over in an
// order the seed decides, and then three people signing in for real.
import fc from 'fast-check';
import { findChromium } from '../../support/chromium.ts';
import type { Prove } from '../proof.ts';
import { HOSTILE_TABLE } from './hostile-table.ts';
import { REAL_WAYS, signInForReal } from './real-sign-ins.ts';
import { type Finding, openHostileBench } from './try-case.ts';

const ROUNDS = 20;

type Count = Exclude<keyof Finding, 'attempts'>;

export const prove: Prove = async ({ seed, rounds, say }) => {
  const counts: Record<Count, number> = {
    wronglyAccepted: 0,
    otherwiseAnswered: 0,
    realAnswerLost: 0,
    leftBehind: 0,
  };
  let tried = 0;
  let attempts = 0;
  const bench = await openHostileBench();
  try {
    for (const order of orders(seed, rounds ?? ROUNDS)) {
      for (const row of order) {
        const finding = await bench.tryCase(row, tried);
        tried += 1;
        attempts += finding.attempts;
        for (const kind of Object.keys(counts) as Count[]) {
          if (finding[kind].length === 0) continue;
          counts[kind] += 1;
          say(`${kind}: ${row.sentence} ${[...new Set(finding[kind])].join(' ')}`);
        }
      }
      say(`${tried} sign-ins after ${attempts} hostile attempts`);
    }
  } finally {
    await bench.stop();
  }

  const signedIn = findChromium() ? await peopleSignedIn(say) : 0;
  if (!findChromium()) say('There is no Chromium here to sign in with.');
  return {
    figures: {
      cases: HOSTILE_TABLE.length,
      tried,
      attempts,
      ...counts,
      signIns: `${signedIn}/${REAL_WAYS.length}`,
      seed,
    },
    holds: Object.values(counts).every((count) => count === 0) && signedIn === REAL_WAYS.length,
  };
};

/** Each round has all cases, in another order. */
function orders(seed: number, rounds: number) {
  const all = fc.shuffledSubarray([...HOSTILE_TABLE], { minLength: HOSTILE_TABLE.length });
  return fc.sample(all, { seed, numRuns: rounds });
}

async function peopleSignedIn(say: (sentence: string) => void): Promise<number> {
  let signedIn = 0;
  for (const way of REAL_WAYS) {
    const ended = await signInForReal(way).catch((error: unknown) => String(error));
    say(`${ended} ${way.name}`);
    if (ended === 'signed in') signedIn += 1;
  }
  return signedIn;
}
