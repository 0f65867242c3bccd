// The paste box: it checks the state as the listener does, and tells words from codes.
import type { HostileCase, Target } from '../hostile-case.ts';

const pasted = (
  sentence: string,
  comesBack: 'wrong-state' | 'not-an-address',
  text: (it: Target) => string,
): HostileCase => ({ sentence, does: async (it) => [it.paste(text(it))], comesBack });

export const PASTED: readonly HostileCase[] = [
  pasted(
    'Pasted: the answer to the sign-in before this one.',
    'wrong-state',
    (it) => `https://localhost:${it.port}${it.answerBefore}`,
  ),
  pasted(
    'Pasted: an address somebody sent, with a code of theirs.',
    'wrong-state',
    (it) => `https://localhost:${it.port}/callback?code=${'5'.repeat(64)}&state=${'A'.repeat(43)}`,
  ),
  pasted(
    'Pasted: the right answer at a stranger’s address.',
    'not-an-address',
    (it) => `https://evil.example${it.answer}`,
  ),
  pasted(
    'Pasted: a code without its state.',
    'not-an-address',
    (it) => `https://localhost:${it.port}/callback?code=${it.code}`,
  ),
  pasted(
    'Pasted: two codes.',
    'not-an-address',
    (it) => `https://localhost:${it.port}${it.answer}&code=${'5'.repeat(64)}`,
  ),
  pasted(
    'Pasted: a script.',
    'not-an-address',
    (it) => `javascript:location="https://localhost:${it.port}${it.answer}"`,
  ),
];
