// Listens to a running app: every message between page and main process, every text on the screen,
// all it prints, and the arguments and environment of each of its processes.
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { processesOf } from '../../support/app/processes.ts';
import type { RunningApp } from '../../support/app/running-app.ts';
import type { Evidence } from './evidence.ts';

const LOOK_AGAIN_MS = 60;

interface Message {
  readonly way: 'in' | 'out';
  readonly channel: string;
  readonly words: readonly unknown[];
}

export interface Recorder {
  /** Searches what was recorded since the last time. */
  collect(): Promise<void>;
  /** Watches no longer; call it while the app still runs. */
  stop(): Promise<void>;
  /** How often a client secret crossed inwards, by command; and a code, in a pasted address. */
  readonly inwards: ReadonlyMap<string, number>;
  /** Every channel something crossed on. */
  readonly channels: ReadonlySet<string>;
}

/** What a person types may cross once, in the one member it was typed for. */
const TYPED_MEMBERS: Readonly<Record<string, string>> = {
  'sign-in.freshbooks': 'clientSecret',
  'sign-in.check-credentials': 'clientSecret',
  'sign-in.use-address': 'text',
};

export async function recordApp(app: RunningApp, evidence: Evidence): Promise<Recorder> {
  const inwards = new Map<string, number>();
  const channels = new Set<string>();
  const child = app.electron.process();
  for (const [name, stream] of [
    ['stdout', child.stdout],
    ['stderr', child.stderr],
  ] as const) {
    // Joined to what came before, for a piece may be cut in two.
    let before = '';
    stream?.on('data', (chunk: Buffer) => {
      evidence.look('output', name, `${before}${chunk}`);
      before = chunk.toString().slice(-2_000);
    });
  }
  await knowNames(app);
  await recordMessages(app);
  await recordTexts(app, evidence);
  // Chromium writes its title over what /proc shows of the environment it was started with.
  const environment = await app.electron.evaluate(() => JSON.stringify(process.env));
  evidence.look('environment', 'main process', environment);
  const watching = new AbortController();
  const watched = watchProcesses(app.pid, evidence, watching.signal);

  async function collect(): Promise<void> {
    for (const message of await recordedMessages(app)) search(message);
  }

  function search({ way, channel, words }: Message): void {
    channels.add(channel);
    const [command, input] = words;
    const member = way === 'in' ? TYPED_MEMBERS[String(command)] : undefined;
    if (member === undefined || typeof input !== 'object' || input === null) {
      evidence.look('message', `${way} ${channel} ${command}`, JSON.stringify(words));
      return;
    }
    inwards.set(String(command), (inwards.get(String(command)) ?? 0) + 1);
    const rest = Object.entries(input).filter(([name]) => name !== member);
    evidence.look('message', `in ${channel} ${command}`, JSON.stringify([command, rest]));
  }

  return {
    inwards,
    channels,
    collect,
    async stop() {
      watching.abort();
      await watched;
      await collect();
    },
  };
}

/** Run outside of the test runner, functions sent over are wrapped in a helper left behind here. */
async function knowNames({ electron, page }: RunningApp): Promise<void> {
  const helper = 'globalThis.__name = (named) => named; 0';
  await electron.evaluate(helper);
  await page.evaluate(helper);
}

/** In the main process, where messages of every page and both directions come by. */
async function recordMessages({ electron }: RunningApp): Promise<void> {
  await electron.evaluate(({ ipcMain, BrowserWindow }) => {
    const recorded: unknown[] = [];
    Reflect.set(globalThis, 'recordedMessages', recorded);
    const note = (way: string, channel: string, words: unknown[]) =>
      recorded.push({ way, channel, words: JSON.parse(JSON.stringify(words)) });

    type Handler = (event: unknown, ...words: unknown[]) => unknown;
    const handlers: Map<string, Handler> = Reflect.get(ipcMain, '_invokeHandlers');
    if (!(handlers instanceof Map)) throw new Error('This Electron keeps its handlers elsewhere');
    for (const [channel, handle] of handlers) {
      handlers.set(channel, async (event, ...words) => {
        note('in', channel, words);
        const answer = await handle(event, ...words);
        note('out', channel, [words[0], answer]);
        return answer;
      });
    }
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      // Messages nobody handles count as well.
      webContents.on('ipc-message', (_event, channel, ...words) => note('in', channel, words));
      webContents.on('ipc-message-sync', (_event, channel, ...words) => note('in', channel, words));
      const { send } = webContents;
      webContents.send = (channel: string, ...words: unknown[]) => {
        note('out', channel, words);
        send.call(webContents, channel, ...words);
      };
    }
  });
}

async function recordedMessages({ electron }: RunningApp): Promise<readonly Message[]> {
  return electron.evaluate(() => {
    const recorded: Message[] = Reflect.get(globalThis, 'recordedMessages');
    return recorded.splice(0);
  });
}

/** Every text the page ever draws, labels included; what stands in a field is what was typed. */
async function recordTexts({ page }: RunningApp, evidence: Evidence): Promise<void> {
  const seen = new Set<string>();
  await page.exposeFunction('noteText', (text: string) => {
    if (seen.has(text)) return;
    seen.add(text);
    evidence.look('shown', 'screen', text);
  });
  await page.exposeFunction('noteEvent', (event: string) =>
    evidence.look('message', 'event at the page', event),
  );
  await page.evaluate(() => {
    const tell = (name: string, text: string) => {
      const note: unknown = Reflect.get(window, name);
      if (typeof note === 'function') note(text);
    };
    window.traybooks.subscribe((event) => tell('noteEvent', JSON.stringify(event)));
    const draw = () => {
      const labels = [...document.querySelectorAll('[aria-label], [title]')].map(
        (one) => `${one.getAttribute('aria-label')} ${one.getAttribute('title')}`,
      );
      tell('noteText', [document.title, document.body.innerText, ...labels].join('\n'));
    };
    new MutationObserver(draw).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    draw();
  });
}

async function watchProcesses(pid: number, evidence: Evidence, until: AbortSignal): Promise<void> {
  const seen = new Set<string>();
  while (!until.aborted) {
    for (const id of await processesOf(pid)) {
      for (const [kind, file] of [
        ['argv', 'cmdline'],
        ['environment', 'environ'],
      ] as const) {
        const content = await readFile(`/proc/${id}/${file}`).catch(() => Buffer.alloc(0));
        const key = `${id} ${file} ${content.toString('latin1')}`;
        if (content.length === 0 || seen.has(key)) continue;
        seen.add(key);
        evidence.look(kind, `process ${id}: ${content.toString().slice(0, 60)}`, content);
      }
    }
    await pause(LOOK_AGAIN_MS);
  }
}
