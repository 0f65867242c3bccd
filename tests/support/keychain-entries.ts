// What the real keychain holds for a service, by the names of its entries. They are listed in a
// process of its own: keytar loads every secret for it at once, and ends the process it runs in
// when one of them is erased meanwhile, as the app under test may well do. That process stays,
// because gnome-keyring ends itself when programs come to its bus and leave at once (with
// `dbus-send` about once in six thousand calls).
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

let lister: ChildProcess | null = null;

/**
 * @param service as the app names itself to the keychain
 * @returns the accounts of its entries, sorted, for the keychain tells them in no order
 * @throws what the keychain said against it
 */
export async function keychainEntries(service: string): Promise<readonly string[]> {
  for (;;) {
    const answer = await ask(service);
    if (answer === null || wasErasedMeanwhile(answer)) continue;
    if (typeof answer === 'string') throw new Error(answer);
    return [...answer].sort();
  }
}

function wasErasedMeanwhile(answer: readonly string[] | string): boolean {
  return typeof answer === 'string' && answer.includes('No such secret item');
}

/** Null where the process ended instead: the next one is asked again. */
async function ask(service: string): Promise<readonly string[] | string | null> {
  lister ??= startLister();
  const asked = lister;
  return new Promise((resolve) => {
    const ended = () => {
      if (lister === asked) lister = null;
      resolve(null);
    };
    asked.once('exit', ended);
    asked.once('message', (answer: readonly string[] | string) => {
      asked.off('exit', ended);
      resolve(answer);
    });
    asked.send(service);
  });
}

/** It ends with this process, whose channel it listens to. */
function startLister(): ChildProcess {
  return fork(join(import.meta.dirname, 'list-keychain.ts'), {
    execArgv: ['--import', 'tsx'],
  });
}
