/**
 * Answers that are almost right: the sandbox does its work, and what it says is bent on the way
 * out.
 */
import type { FaultOutcome } from './exchange.ts';

type Json = null | boolean | number | string | Json[] | { [member: string]: Json };
type JsonObject = { [member: string]: Json };

/** 200 with text that is not JSON at all. */
export const malformedJson: FaultOutcome = async (exchange) =>
  withText(await exchange.handle(), '{"response": {"result": oops}}');

/** A complete HTTP answer whose JSON stops half way. */
export const truncatedJson: FaultOutcome = async (exchange) => {
  const answer = await exchange.handle();
  const text = await answer.clone().text();
  return withText(answer, text.slice(0, Math.floor(text.length / 2)));
};

export const emptyBody: FaultOutcome = async (exchange) => withText(await exchange.handle(), '');

/** A member nobody knows in every object of the answer. */
export const unknownMembers: FaultOutcome = edited((body) => everyObject(body, addUnknownMember));

/** Token answers from a server whose clock is off. @param seconds ahead of ours; negative: behind */
export function clockSkew(seconds: number): FaultOutcome {
  return edited((body) =>
    everyObject(body, (object) =>
      typeof object.created_at === 'number'
        ? { ...object, created_at: object.created_at + seconds }
        : object,
    ),
  );
}

/**
 * A token answer that keeps the first grant's `created_at` and is a second short, as was once seen
 * live (freshbooks-api.md §1.6). The token itself lives on as usual.
 */
export const createdAtOfFirstGrant: FaultOutcome = (exchange) =>
  edited((body) => {
    const createdAt = exchange.firstGrantAt();
    if (!isObject(body) || createdAt === undefined) return body;
    return { ...body, created_at: createdAt, expires_in: Number(body.expires_in) - 1 };
  })(exchange);

/** Nobody has books: every `account_id` of the identity answer is null. */
export const nullAccountIds: FaultOutcome = edited((body) =>
  everyObject(body, (object) =>
    'account_id' in object ? { ...object, account_id: null } : object,
  ),
);

/** A list of nothing: page 1 of `pages` 0. */
export const emptyPage: FaultOutcome = edited((body) =>
  everyObject(body, (object) => {
    const emptied = Object.entries(object).map(([name, value]) => [
      name,
      listNames.has(name) ? [] : value,
    ]);
    const paging = 'pages' in object ? { page: 1, pages: 0, total: 0 } : {};
    return { ...Object.fromEntries(emptied), ...paging };
  }),
);

/**
 * One member is of another type than promised.
 *
 * @param path dotted, list places as numbers: `response.result.invoices.0.outstanding.amount`
 * @throws when the answer has no such member, so that a test cannot pass by bending nothing
 */
export function retyped(path: string, value: Json): FaultOutcome {
  return edited((body) => replaceAt(body, path.split('.'), value, path));
}

const listNames = new Set([
  'invoices',
  'clients',
  'projects',
  'services',
  'time_entries',
  'timers',
]);

function edited(edit: (body: Json) => Json): FaultOutcome {
  return async (exchange) => {
    const answer = await exchange.handle();
    const body: Json = JSON.parse(await answer.clone().text());
    return withText(answer, JSON.stringify(edit(body)));
  };
}

/** A deletion's 204 becomes a 200: only that may have a body (RFC 9110 §15.3.5). */
function withText(answer: Response, text: string): Response {
  const headers = new Headers(answer.headers);
  headers.delete('Content-Length');
  return new Response(text, { status: answer.status === 204 ? 200 : answer.status, headers });
}

function everyObject(value: Json, edit: (object: JsonObject) => JsonObject): Json {
  if (Array.isArray(value)) return value.map((item) => everyObject(item, edit));
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, item]) => [name, everyObject(item, edit)]);
  return edit(Object.fromEntries(members));
}

function addUnknownMember(object: JsonObject): JsonObject {
  return { ...object, unheard_of: { since: 2031, beta: true, tags: ['new', null] } };
}

function replaceAt(body: Json, path: readonly string[], value: Json, whole: string): Json {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  if (Array.isArray(body) && Number(name) < body.length) {
    return body.map((item, index) =>
      index === Number(name) ? replaceAt(item, rest, value, whole) : item,
    );
  }
  if (isObject(body) && name in body) {
    return { ...body, [name]: replaceAt(body[name] ?? null, rest, value, whole) };
  }
  throw new Error(`The answer has no member ${whole}.`);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
