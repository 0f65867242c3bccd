// Whether one answer was dealt with rightly. A success must be what the second reading finds in
// the very same bytes; a failure must be one that the status or the damage explains.
import { isDeepStrictEqual } from 'node:util';
import { errorWords } from '../../../shared/error-words.ts';
import type { TraybooksError } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/result.ts';
import { type Answers, bodyOf } from './answer.ts';
import type { Endpoint } from './endpoint.ts';
import { isObject, type Path } from './json.ts';
import { holdsSecret } from './marked-secrets.ts';
import { Damage } from './second-reading.ts';

/** What went wrong; `silent` is a success that lacks, invents or changes something. */
export type Wrong = 'crash' | 'silent' | 'leak' | 'unexplained' | 'refused';

export type Outcome = { readonly result: unknown } | { readonly thrown: unknown };

/** An error is a sentence or a few, never a body. */
const LONGEST_ERROR = 10_000;

export function judge(endpoint: Endpoint, answers: Answers, outcome: Outcome): Wrong | null {
  if ('thrown' in outcome || !isResult(outcome.result)) return 'crash';
  const { result } = outcome;
  const status = answers.pages[answers.damagedPage]?.status ?? 0;
  const reading = readAgain(endpoint, answers);
  if (result.ok) return wrongSuccess(endpoint, status, reading, result.value);
  const told = JSON.stringify([result.error, errorWords(result.error, 'saving')]);
  if (holdsSecret(told) || told.length > LONGEST_ERROR) return 'leak';
  if (answers.isWhole && 'value' in reading) return 'refused';
  const codes = isSuccess(status)
    ? endpoint.unusable
    : endpoint.refusal(status, bodyOf(answers.pages[answers.damagedPage] ?? NOTHING));
  return codes.includes(result.error.code) && isExplained(result.error, answers, reading)
    ? null
    : 'unexplained';
}

type Reading = { readonly value: unknown } | { readonly damagedAt: Path };

function readAgain({ expected }: Endpoint, { pages }: Answers): Reading {
  try {
    return { value: expected(pages.map(bodyOf)) };
  } catch (error) {
    if (error instanceof Damage) return { damagedAt: error.path };
    throw error;
  }
}

function wrongSuccess(
  endpoint: Endpoint,
  status: number,
  reading: Reading,
  value: unknown,
): Wrong | null {
  if (!isSuccess(status)) return endpoint.refusal(status, null).includes('ok') ? null : 'silent';
  const agrees = endpoint.agrees ?? isDeepStrictEqual;
  return 'value' in reading && agrees(value, reading.value) ? null : 'silent';
}

const WHOLE_BODY = /^(an empty answer|a web page instead of data|broken JSON)$/;
const OTHER_REASONS = /^(the list came as |an error despite the status: |it is being changed )/;
const NO_BODY_READ = /^(a fault on its side|an unexpected status)$/;
const NAMED = /^([a-z_][a-z_0-9]*(?:\.[a-z_0-9]+)*|the body)(?:: .+)?$/s;

/** Only `server-trouble` speaks of the body; the other codes say it all. */
function isExplained(error: TraybooksError, { isStruckOnce }: Answers, reading: Reading): boolean {
  if (error.code === 'rate-limited') {
    const { retryAfterSeconds: seconds } = error;
    return Number.isInteger(seconds) && seconds >= 1 && seconds <= 3600;
  }
  if (error.code !== 'server-trouble') return true;
  const { detail } = error;
  if ([WHOLE_BODY, OTHER_REASONS, NO_BODY_READ].some((known) => known.test(detail))) return true;
  const [, name] = NAMED.exec(detail) ?? [];
  if (!name) return false;
  if (name === 'answer' || name === 'the body' || !isStruckOnce) return true;
  if (!('damagedAt' in reading)) return true;
  // One may name the amount of money, the other its text.
  const found = reading.damagedAt.join('.');
  return `${found}.`.startsWith(`${name}.`) || `${name}.`.startsWith(`${found}.`);
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function isResult(value: unknown): value is Result<unknown> {
  if (!isObject(value)) return false;
  return value.ok === true || (value.ok === false && isObject(value.error));
}

const NOTHING = { status: 0, headers: {}, body: '' };
