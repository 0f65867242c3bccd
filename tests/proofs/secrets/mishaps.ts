// Mishaps inside the app, brought about in its main process: a keychain that refuses and says what
// it was given, and bugs whose texts are full of secrets.
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT, type RunningApp } from '../../support/app/running-app.ts';

const KEYTAR = join(ROOT, 'node_modules/keytar');

/** Until `giveWay`, every write fails with the secret in its sentence. */
export async function refuseKeychainWrites({ electron }: RunningApp): Promise<void> {
  await electron.evaluate((_, path) => {
    const keytar = process.mainModule?.require(path);
    Reflect.set(globalThis, 'setPassword', keytar.setPassword);
    keytar.setPassword = async (service: string, account: string, password: string) => {
      throw new Error(`Cannot store ${service} ${account} ${password}`);
    };
  }, KEYTAR);
}

export async function acceptKeychainWrites({ electron }: RunningApp): Promise<void> {
  await electron.evaluate((_, path) => {
    const keytar = process.mainModule?.require(path);
    keytar.setPassword = Reflect.get(globalThis, 'setPassword');
  }, KEYTAR);
}

/** Bugs as libraries word them: with the request, its headers and its address. */
export async function meetBugs(
  { electron }: RunningApp,
  secrets: readonly string[],
  harmless: string,
): Promise<void> {
  await electron.evaluate(
    (_, [words, word]) => {
      for (const secret of words) {
        const cause = Object.assign(new Error(`sent {"refresh_token":"${secret}"}`), {
          config: {
            headers: { Authorization: `Bearer ${secret}` },
            data: { client_secret: secret },
          },
        });
        const address = `https://localhost:47821/callback?code=${secret}&state=${secret}`;
        const bug = Object.assign(new Error(`${word}: GET ${address} failed with ${secret}`), {
          cause,
        });
        process.emit('uncaughtException', bug);
        process.emit('unhandledRejection', bug, Promise.resolve());
      }
      console.error(word);
    },
    [secrets, harmless] as const,
  );
}

/** As a fault in native code would end it, with whatever dump is then written. */
export async function crash({ electron, pid }: RunningApp): Promise<void> {
  const exited = once(electron.process(), 'exit');
  process.kill(pid, 'SIGSEGV');
  await exited;
}
