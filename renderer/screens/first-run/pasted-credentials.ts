// Finds a client ID and secret in what was pasted, whichever field it went into: a line of a
// settings file, an answer in JSON, an authorization link, or both values copied in one go.
import type { Credentials } from './credentials.ts';
import { cleanPastedText } from './pasted-text.ts';

/** Longer than any settings file a person would copy whole. */
const LONGEST = 20_000;

const QUOTE = '["\'`“”]?';
/** Between a name and its value; something has to be, or a name inside a value would end it. */
const BETWEEN = `${QUOTE}(?:\\s*(?:[:=]|is\\b)\\s*|\\s+)${QUOTE}`;
/** With a digit somewhere: a name may be followed by a button's word, or by prose. */
const VALUE = '((?=[^\\s\\d]{0,64}\\d)[A-Za-z0-9._~+/=-]{8,})';

const CLIENT_ID = new RegExp(`client[\\s_-]*id${BETWEEN}${VALUE}`, 'i');
const CLIENT_SECRET = new RegExp(`secret${BETWEEN}${VALUE}`, 'i');

/** The heads of a table, whose values stand below in the same order. */
const HEADS = /client[\s_-]*id[\s|,;:]+(?:client[\s_-]*)?secret/i;

/** Zero widths and the like, but not the white space that tells values apart. */
const INVISIBLE = /(?!\s)[\p{Cc}\p{Cf}\p{Mn}]/gu;

/** Equally long, so that one value broken over two lines is not taken for two. */
const TWO_VALUES = /^[^0-9a-z]*([0-9a-f]{40,})[^0-9a-z]+([0-9a-f]{40,})[^0-9a-z]*$/i;

/**
 * @param text as it came from the clipboard
 * @returns what is recognisable, either or both; null when it is a bare value, or nothing
 */
export function readPastedCredentials(text: string): Partial<Credentials> | null {
  const readable = text.slice(0, LONGEST).replace(INVISIBLE, '');
  const heads = HEADS.exec(readable);
  if (heads) return inOrder(readable.slice(heads.index + heads[0].length));
  const clientId = named(CLIENT_ID, readable);
  const clientSecret = named(CLIENT_SECRET, readable);
  if (!clientId && !clientSecret) return inOrder(readable);
  return { ...(clientId && { clientId }), ...(clientSecret && { clientSecret }) };
}

/** Without names the order is that of the developer page: the ID first. */
function inOrder(text: string): Credentials | null {
  const [, clientId, clientSecret] = TWO_VALUES.exec(text) ?? [];
  const isPair =
    clientId !== undefined && clientId.length === clientSecret?.length && clientId !== clientSecret;
  return isPair ? { clientId, clientSecret } : null;
}

/**
 * @param pastedInto where it goes when nothing in it says where it belongs
 * @returns the fields after pasting; a value always replaces the one before
 */
export function withPasted(
  credentials: Credentials,
  pastedInto: keyof Credentials,
  text: string,
): Credentials {
  const read = readPastedCredentials(text) ?? { [pastedInto]: cleanPastedText(text) };
  return { ...credentials, ...read };
}

function named(name: RegExp, text: string): string | null {
  return cleanPastedText(name.exec(text)?.[1] ?? '') || null;
}
