// Every parser of FreshBooks' answers against bodies as they never should be, through the real
// client. For each the very same bytes are read a second time, by rules of the proof's own: a
// success must be all that reading finds, and where it finds damage there must be none.
import fc from 'fast-check';
import type { ProofOptions, Prove, Verdict } from '../proof.ts';
import { answersOf, type Plan, plans } from './answer.ts';
import { API_ENDPOINTS } from './api-endpoints.ts';
import type { Endpoint } from './endpoint.ts';
import { judge, type Outcome, type Wrong } from './judge.ts';
import { TOKEN_ENDPOINTS } from './token-endpoints.ts';

/** Bodies for each endpoint. */
const LONG_FORM = 20_000;

/** Made and read at a time, so that a huge one does not stay in memory. */
const AT_ONCE = 250;

/** Examples told for each endpoint and kind of wrong. */
const MOST_TOLD = 2;

export const ENDPOINTS: readonly Endpoint[] = [...API_ENDPOINTS, ...TOKEN_ENDPOINTS];

export const prove: Prove = (options) => proveOf(ENDPOINTS, options);

export async function proveOf(
  endpoints: readonly Endpoint[],
  { seed, rounds, say }: ProofOptions,
): Promise<Verdict> {
  const count = rounds ?? LONG_FORM;
  const wrong: Record<Wrong, number> = {
    crash: 0,
    silent: 0,
    leak: 0,
    unexplained: 0,
    refused: 0,
  };
  let bodies = 0;
  let accepted = 0;
  let oneSided = 0;

  for (const [index, endpoint] of endpoints.entries()) {
    // Far apart, so that no two endpoints meet the same damage.
    const tally = await examine(endpoint, count, seed + index * 1_000_003, say);
    for (const kind of Object.keys(wrong) as Wrong[]) wrong[kind] += tally.wrong[kind];
    bodies += tally.bodies;
    accepted += tally.accepted;
    // An endpoint that takes everything, or nothing, was not put to the proof.
    const isOneSided = tally.accepted === tally.bodies || tally.accepted === 0;
    if (isOneSided && !REFUSED_BY_NATURE.has(endpoint.name)) oneSided += 1;
    say(`${endpoint.name}: ${tally.bodies} bodies, ${tally.accepted} accepted`);
  }
  const holds = bodies > 0 && oneSided === 0 && Object.values(wrong).every((one) => one === 0);
  return {
    figures: {
      endpoints: endpoints.length,
      bodies,
      accepted,
      crashes: wrong.crash,
      silentEmpties: wrong.silent,
      leaks: wrong.leak,
      unexplained: wrong.unexplained,
      wholeButRefused: wrong.refused,
    },
    holds,
  };
}

/** Nothing that is recorded there is a success. */
const REFUSED_BY_NATURE = new Set(['error bodies', 'token errors']);

interface Tally {
  readonly bodies: number;
  readonly accepted: number;
  readonly wrong: Readonly<Record<Wrong, number>>;
}

async function examine(
  endpoint: Endpoint,
  count: number,
  seed: number,
  say: (sentence: string) => void,
): Promise<Tally> {
  const wrong = { crash: 0, silent: 0, leak: 0, unexplained: 0, refused: 0 };
  let accepted = 0;
  for (let done = 0; done < count; done += AT_ONCE) {
    const numRuns = Math.min(AT_ONCE, count - done);
    for (const plan of fc.sample(plans, { seed: seed + done, numRuns })) {
      const answers = answersOf(plan, endpoint.recorded, endpoint.statuses);
      const outcome = await outcomeOf(endpoint, answers);
      if ('result' in outcome && (outcome.result as { ok?: unknown })?.ok === true) accepted += 1;
      const kind = judge(endpoint, answers, outcome);
      if (!kind) continue;
      wrong[kind] += 1;
      if (wrong[kind] <= MOST_TOLD) say(described(endpoint, kind, plan, outcome));
    }
  }
  return { bodies: count, accepted, wrong };
}

async function outcomeOf(
  endpoint: Endpoint,
  answers: ReturnType<typeof answersOf>,
): Promise<Outcome> {
  try {
    return { result: await endpoint.ask(answers) };
  } catch (thrown) {
    return { thrown };
  }
}

function described(endpoint: Endpoint, kind: Wrong, plan: Plan, outcome: Outcome): string {
  const { text, steps, ...rest } = plan;
  const became = 'thrown' in outcome ? `threw ${outcome.thrown}` : JSON.stringify(outcome.result);
  const how = JSON.stringify({ ...rest, text: text.name, steps });
  return `${endpoint.name}: ${kind} after ${how.slice(0, 300)} → ${became.slice(0, 300)}`;
}
