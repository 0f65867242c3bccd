// Reads why FreshBooks refused something out of any of its recorded error bodies
// (freshbooks-api.md §3.8, §4).
import type { FieldReasons } from '../../shared/errors.ts';

/** FreshBooks' own name for a rule about the whole object; ours for a reason without a field. */
const WHOLE_THING = '__root__';

/** A reason is a sentence, a field a word; more than this is a raw response in disguise. */
const LONGEST_REASON = 200;
const LONGEST_FIELD = 60;
const MOST_REASONS = 20;

/** Lists of reasons are one deep; a body nested without end must not use up the stack. */
const DEEPEST_LIST = 3;

/** A refusal may quote what it refuses. No word is that long; tokens, codes and secrets are. */
const LIKE_A_TOKEN = /[\w.~+/-]{24,}=*/g;

/**
 * @param body parsed JSON, of any shape
 * @returns field → reason; null when the body is none of the error bodies.
 */
export function refusalReasons(body: unknown): FieldReasons | null {
  if (!isObject(body)) return null;
  const pairs = accounting(body) ?? datedAccounting(body) ?? flat(body);
  if (!pairs) return null;
  const reasons = new Map<string, string>();
  for (const [name, reason] of pairs.slice(0, MOST_REASONS)) {
    const field = tellable(name, LONGEST_FIELD);
    const earlier = reasons.get(field);
    reasons.set(field, tellable(earlier ? `${earlier}; ${reason}` : reason, LONGEST_REASON));
  }
  // Object.fromEntries, unlike assignment, has no special case for a field called `__proto__`.
  return Object.fromEntries(reasons);
}

type Pairs = ReadonlyArray<readonly [field: string, reason: string]>;

/** `{"response":{"errors":[{errno,field,message}]}}`; also with a single object for the array. */
function accounting(body: JsonObject): Pairs | null {
  const response = body.response;
  if (!isObject(response) || response.errors === undefined) return null;
  return listed(response.errors).map(fieldAndMessage);
}

/** What a dated API version answers: `{"code":3,"details":[{"reason":"1001","metadata":{…}}]}`. */
function datedAccounting(body: JsonObject): Pairs | null {
  if (typeof body.code !== 'number' || !Array.isArray(body.details)) return null;
  const described = body.details
    .map((detail) => (isObject(detail) ? detail.metadata : null))
    .filter(isObject)
    .map(fieldAndMessage);
  return described.length > 0 ? described : [[WHOLE_THING, text(body.message)]];
}

/** `{"errno":2001,"error":{"field":"text"}}`, `{"error":"text"}`, `{"message":"text"}`. */
function flat(body: JsonObject): Pairs | null {
  if (isObject(body.error)) {
    return Object.entries(body.error).map(([field, reason]) => [field, text(reason)]);
  }
  if (typeof body.error === 'string') {
    return [[WHOLE_THING, text(body.error_description ?? body.error)]];
  }
  if (typeof body.message === 'string') return [[WHOLE_THING, text(body.message)]];
  return null;
}

function fieldAndMessage(error: unknown): readonly [string, string] {
  if (!isObject(error)) return [WHOLE_THING, text(error)];
  const field = typeof error.field === 'string' && error.field ? error.field : WHOLE_THING;
  return [field, text(error.message, error.errno)];
}

function text(reason: unknown, errno?: unknown, depth = 0): string {
  if (typeof reason === 'string' && reason.trim()) return reason.trim();
  if (Array.isArray(reason) && reason.length > 0 && depth < DEEPEST_LIST) {
    const first = reason.slice(0, MOST_REASONS);
    return first.map((one) => text(one, undefined, depth + 1)).join('; ');
  }
  return typeof errno === 'number' ? `error ${errno}` : 'no reason given';
}

/** Masked before it is cut: half a token would no longer look like one. */
function tellable(words: string, longest: number): string {
  const masked = words.replace(LIKE_A_TOKEN, '•••');
  return masked.length > longest ? `${masked.slice(0, longest - 1)}…` : masked;
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}
