// A number without a unit is hours or minutes, unless it counts or numbers something.
import type { PlacedFind } from './zones.ts';

/** What people number: "phase 2", "ticket 4711", "iOS 17". */
const NUMBERED = new Set(
  (
    'act action angular android article batch bug build card case ch chapter class day door draft ' +
    'episode epic error figure file floor form gate group grade hall inv invoice ios iphone issue item ' +
    'iteration kpi level line list lot macos milestone mk module night nr number no node note option ' +
    'order p page pages para paragraph part parts people period phase phases point points pos pp pr ' +
    'problem python q quarter question quote react release request revision round room row scene ' +
    'screen season section series set sheet slide slides sprint stage step steps story storey stories ' +
    'suite table task tasks team ticket tickets tier topic track unit v ver version vol volume vue ' +
    'wave week weeks windows wk year zone bugs chapters issues items rounds sections sprints stages ' +
    'top mp mr pull rev id http code status utf iso h m x'
  ).split(' '),
);

/** After these a number belongs to what is said: "upgrade to 1.5", "one of 3". */
const LEADING = new Set(
  (
    'a about above after an and are as at be before below between by from in into is it less like more ' +
    'nearly not of on only or over than that the these those through to under up upto via was were with'
  ).split(' '),
);

/** "1 day", "2 weeks": how many hours that is, nobody said. */
const LONGER_THAN_HOURS = /^(?:days?|weeks?|wks?|months?|years?)$/;

/** More minutes than a working day has, such as those of "0930". */
const MANY_MINUTES = 8 * 60;

export type NumberVerdict = 'length' | 'doubtful' | 'note';

/** @param find is a number without a unit */
export function numberVerdict(
  { zone, before, after }: PlacedFind,
  { value, isWhole }: { readonly value: number; readonly isWhole: boolean },
): NumberVerdict {
  if (zone === 'middle' || (before !== null && NUMBERED.has(bare(before)))) return 'note';
  if (after !== null && LONGER_THAN_HOURS.test(bare(after))) return 'note';
  const isOdd = isWhole && value > 24 && value % 5 !== 0;
  if (zone === 'tail') {
    const isSaidOf = after !== null || (before !== null && LEADING.has(bare(before)));
    const isLikely = !isWhole || value <= 12 || (value >= 15 && value <= 480 && value % 5 === 0);
    if (isSaidOf || !isLikely) return 'note';
    return isWhole ? 'doubtful' : 'length';
  }
  if (isOdd && after !== null) return 'note';
  const isMany = isManyHours(value) || value > MANY_MINUTES;
  return isCounted(after) || isOdd || isMany ? 'doubtful' : 'length';
}

/** By the rule it is hours, but "15 acme" may well be a quarter of one. */
export function isManyHours(value: number): boolean {
  return value > 12 && value <= 24;
}

/** "the 2h video": the length of something, not of the work. */
export function isLengthOfSomething({ zone, before }: PlacedFind): boolean {
  return zone === 'middle' && before !== null && LEADING.has(bare(before));
}

/**
 * "pages 2-4", and "10-15 emails" where the length is said elsewhere.
 * @param find is "2-4"
 */
export function isNumberedRange({ before, after }: PlacedFind, isLengthSaid: boolean): boolean {
  return (before !== null && NUMBERED.has(bare(before))) || (isLengthSaid && isCounted(after));
}

/** "part 1/2"; but bugs are fixed on a day. */
export function isNumbered({ before }: PlacedFind): boolean {
  return before !== null && NUMBERED.has(bare(before)) && !/s\.?$/.test(before);
}

/** "2h 15 emails" may be two hours for fifteen of them. */
export function isBeforeCounted({ text, after }: PlacedFind): boolean {
  return /h[a-z]*\s\d\d$/i.test(text) && isCounted(after);
}

/** A word for several: "3 bugs". */
function isCounted(after: string | null): boolean {
  return after !== null && /\p{L}{3}s$/u.test(bare(after)) && !after.endsWith('ss');
}

function bare(word: string): string {
  return word.replace(/[^\p{L}\p{N}]+$/u, '');
}
