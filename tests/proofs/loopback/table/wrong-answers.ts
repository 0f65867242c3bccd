// What is said: only the state of this very sign-in, once, with one code or one error.
import type { HostileCase } from '../hostile-case.ts';
import { query, request } from '../request-text.ts';

export const WRONG_ANSWERS: readonly HostileCase[] = [
  {
    sentence: 'A state somebody guessed.',
    sends: (it) => query(it, `code=${it.code}&state=guessed`),
    comesBack: 403,
  },
  {
    sentence: 'Another account’s code under a guessed state (the classic forgery).',
    sends: (it) => query(it, `code=${'5'.repeat(64)}&state=${'A'.repeat(43)}`),
    comesBack: 403,
  },
  {
    sentence: 'The answer to the sign-in before this one.',
    sends: (it) => request(it, { target: it.answerBefore }),
    comesBack: 403,
  },
  {
    sentence: 'The right state but for its last letter.',
    sends: (it) => query(it, `code=${it.code}&state=${it.state.slice(0, -1)}`),
    comesBack: 403,
  },
  {
    sentence: 'The right state and one letter more.',
    sends: (it) => query(it, `code=${it.code}&state=${it.state}x`),
    comesBack: 403,
  },
  {
    sentence: 'The right state with a space around it.',
    sends: (it) => query(it, `code=${it.code}&state=%20${it.state}`),
    comesBack: 403,
  },
  {
    sentence: 'The right state with a NUL behind it.',
    sends: (it) => query(it, `code=${it.code}&state=${it.state}%00`),
    comesBack: 403,
  },
  {
    sentence: 'The right state in small letters.',
    sends: (it) => query(it, `code=${it.code}&state=${it.state.toLowerCase()}`),
    comesBack: 403,
  },
  {
    sentence: 'The right state, encoded twice.',
    sends: (it) => query(it, `code=${it.code}&state=%25${hex(it.state[0])}${it.state.slice(1)}`),
    comesBack: 403,
  },
  {
    sentence: 'A state as long as headers may be.',
    sends: (it) => query(it, `code=${it.code}&state=${it.state.repeat(300)}`),
    comesBack: 403,
  },
  {
    sentence: 'A “no” from somebody who does not know the state.',
    sends: (it) => query(it, 'error=access_denied&state=guessed'),
    comesBack: 403,
  },
  {
    sentence: 'A “no” without a state.',
    sends: (it) => query(it, 'error=access_denied'),
    comesBack: 400,
  },
  {
    sentence: 'No state.',
    sends: (it) => query(it, `code=${it.code}`),
    comesBack: 400,
  },
  {
    sentence: 'An empty state.',
    sends: (it) => query(it, `code=${it.code}&state=`),
    comesBack: 400,
  },
  {
    sentence: 'The state under a name in capitals.',
    sends: (it) => query(it, `code=${it.code}&STATE=${it.state}`),
    comesBack: 400,
  },
  {
    sentence: 'The state as a list.',
    sends: (it) => query(it, `code=${it.code}&state[]=${it.state}`),
    comesBack: 400,
  },
  {
    sentence: 'The right state twice.',
    sends: (it) => query(it, `code=${it.code}&state=${it.state}&state=${it.state}`),
    comesBack: 400,
  },
  {
    sentence: 'A wrong state, then the right one.',
    sends: (it) => query(it, `state=guessed&code=${it.code}&state=${it.state}`),
    comesBack: 400,
  },
  {
    sentence: 'The right state, then a wrong one.',
    sends: (it) => query(it, `state=${it.state}&code=${it.code}&state=guessed`),
    comesBack: 400,
  },
  {
    sentence: 'Two states, one of them under an encoded name.',
    sends: (it) => query(it, `code=${it.code}&state=${it.state}&%73tate=guessed`),
    comesBack: 400,
  },
  {
    sentence: 'No code.',
    sends: (it) => query(it, `state=${it.state}`),
    comesBack: 400,
  },
  {
    sentence: 'An empty code.',
    sends: (it) => query(it, `code=&state=${it.state}`),
    comesBack: 400,
  },
  {
    sentence: 'Two codes.',
    sends: (it) => query(it, `code=${it.code}&code=${'5'.repeat(64)}&state=${it.state}`),
    comesBack: 400,
  },
  {
    sentence: 'Two codes, one of them under an encoded name.',
    sends: (it) => query(it, `c%6Fde=${'5'.repeat(64)}&code=${it.code}&state=${it.state}`),
    comesBack: 400,
  },
  {
    sentence: 'A code too long to be one.',
    sends: (it) => query(it, `code=${'c'.repeat(3_000)}&state=${it.state}`),
    comesBack: 400,
  },
  {
    sentence: 'A code and an error.',
    sends: (it) => query(it, `code=${it.code}&error=access_denied&state=${it.state}`),
    comesBack: 400,
  },
  {
    sentence: 'A code and an empty error.',
    sends: (it) => query(it, `code=${it.code}&error=&state=${it.state}`),
    comesBack: 400,
  },
  {
    sentence: 'An error and an empty code.',
    sends: (it) => query(it, `error=access_denied&code=&state=${it.state}`),
    comesBack: 400,
  },
  {
    sentence: 'A parameter we do not know, twice.',
    sends: (it) => request(it, { target: `${it.answer}&x=1&x=2` }),
    comesBack: 400,
  },
  {
    sentence: 'Semicolons between the parameters.',
    sends: (it) => query(it, `code=${it.code};state=${it.state}`),
    comesBack: 400,
  },
  {
    sentence: 'The answer behind a hash, where browsers keep it to themselves.',
    sends: (it) => request(it, { target: it.answer.replace('?', '#') }),
    comesBack: 404,
  },
  {
    sentence: 'Nothing asked.',
    sends: (it) => request(it, { target: '/callback' }),
    comesBack: 400,
  },
];

function hex(character = ''): string {
  return character.charCodeAt(0).toString(16);
}
