// Where to: one path, to the letter. Whatever a server might take for the same place is another.
import type { HostileCase } from '../hostile-case.ts';
import { request } from '../request-text.ts';

const other = (sentence: string, path: string): HostileCase => ({
  sentence,
  sends: (it) => request(it, { target: it.answer.replace('/callback', path) }),
  comesBack: 404,
});

export const OTHER_PLACES: readonly HostileCase[] = [
  {
    sentence: 'A stray favicon.',
    sends: (it) => request(it, { target: '/favicon.ico' }),
    comesBack: 404,
  },
  other('The root.', '/'),
  other('A trailing slash.', '/callback/'),
  other('Capitals.', '/CALLBACK'),
  other('An encoded letter.', '/%63allback'),
  other('An encoded slash at the end.', '/callback%2F'),
  other('An encoded NUL at the end.', '/callback%00'),
  other('An encoded question mark before the real one.', '/callback%3F'),
  other('A doubled slash.', '//callback'),
  other('A place that climbs back to ours.', '/x/../callback'),
  other('A place that stands still.', '/./callback'),
  other('A path parameter.', '/callback;v=1'),
  other('An extension.', '/callback.html'),
  other('Below ours.', '/callback/more'),
  other('A backslash.', '/\\callback'),
  {
    sentence: 'A whole address where a path belongs, as to a proxy.',
    sends: (it) => request(it, { target: `http://localhost:${it.port}${it.answer}` }),
    comesBack: 404,
  },
  {
    sentence: 'A stranger’s whole address, with our name in the header.',
    sends: (it) => request(it, { target: `http://evil.example${it.answer}` }),
    comesBack: 404,
  },
  {
    sentence: 'Our whole address, with a stranger’s name in the header.',
    sends: (it) =>
      request(it, { target: `http://localhost:${it.port}${it.answer}`, host: 'evil.example' }),
    comesBack: 403,
  },
];
