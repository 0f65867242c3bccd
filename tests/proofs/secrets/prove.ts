// No secret ever lies where it must not: the real app in real Electron lives through a long day
// of troubles with secrets that give themselves away, and then everything it wrote, said, showed,
// printed, passed on or left lying about is searched for them. Memory is not searched.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { COMMAND_CHANNEL, EVENT_CHANNEL } from '../../../shared/ipc-channels.ts';
import { Installation } from '../../support/app/installation.ts';
import type { RunningApp } from '../../support/app/running-app.ts';
import { openPopover } from '../../support/app/window.ts';
import type { ProofOptions, Prove, Verdict } from '../proof.ts';
import { type Canaries, makeCanaries } from './canaries.ts';
import { type Evidence, openEvidence } from './evidence.ts';
import { searchClipboard, searchFolders, searchOpenFiles, searchPage } from './hiding-places.ts';
import { crash, meetBugs } from './mishaps.ts';
import { certificateKey, emptyKeychain, personAt, secretsInKeychain } from './person.ts';
import { PLANTED_KINDS, plant } from './planted.ts';
import { type Recorder, recordApp } from './recorder.ts';
import {
  type Day,
  keep,
  readingTroubles,
  renewingTroubles,
  settingsOf,
  signInTroubles,
  signOutOfAll,
  trySampleData,
  writingTroubles,
} from './story.ts';

/** Troubles of each kind; more than there are in any list. */
const LONG_FORM = 100;
const HARMLESS = 'Harmless-7391';
const KNOWN_CHANNELS = new Set([COMMAND_CHANNEL, EVENT_CHANNEL]);
/** Long enough for a process that was just started to be seen. */
const SEEN_MS = 500;

/** As much as can be printed: Chromium's log and its network log, Node's own, every library's. */
const LOUDEST = {
  ELECTRON_ENABLE_LOGGING: '1',
  ELECTRON_ENABLE_STACK_DUMPING: '1',
  NODE_DEBUG: 'http,https,net,tls,child_process',
  DEBUG: '*',
  TRAYBOOKS_HARMLESS: HARMLESS,
};

export const prove: Prove = async (options) => {
  const canaries = makeCanaries(options.seed);
  const folder = await mkdtemp(join(tmpdir(), 'traybooks-secrets-'));
  await emptyKeychain();
  const installation = await Installation.make({ randomBytes: canaries.randomBytes });
  try {
    return await search(installation, canaries, folder, options);
  } finally {
    await installation.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    await emptyKeychain();
  }
};

async function search(
  home: Installation,
  canaries: Canaries,
  folder: string,
  { rounds, say }: ProofOptions,
): Promise<Verdict> {
  const evidence = openEvidence(canaries.needles, [HARMLESS]);
  const trial = openEvidence(canaries.needles, []);
  // What is seen goes to the one that is asked at the time.
  let asked = evidence;
  const sink = {
    ...evidence,
    look: (...words: Parameters<Evidence['look']>) => asked.look(...words),
  };

  const ownHome = await homeIn(folder);
  const folders = [home.profile, folder];
  const start = async () => {
    const app = await home.start({ ...LOUDEST, ...ownHome.env }, [
      '--enable-logging=stderr',
      '--v=1',
      `--log-net-log=${join(folder, 'network.json')}`,
      `--${HARMLESS}`,
    ]);
    return { app, recorder: await recordApp(app, sink) };
  };
  const person = personAt(home, sink);
  const lookAround = async (app: RunningApp, recorder: Recorder) => {
    await recorder.collect();
    await searchPage(app, sink);
    await searchClipboard(app, sink);
    await searchOpenFiles(app, folders, sink);
    await searchFolders(folders, sink);
  };
  const most = rounds ?? LONG_FORM;
  const day: Day = {
    person,
    most,
    typedSecret: canaries.typed,
    harmless: HARMLESS,
    say,
    troubles: [],
  };

  let { app, recorder } = await start();
  await signInTroubles(day);
  await person.signIn();
  await keep(person);
  canaries.addKey(await certificateKey());
  await openPopover(app);
  await readingTroubles(day);
  await writingTroubles(day);
  await renewingTroubles(day);
  await settingsOf(day);
  await meetBugs(
    app,
    [...(await secretsInKeychain(person)), home.credentials.clientSecret],
    HARMLESS,
  );
  await person.ask('clipboard.copy', { text: HARMLESS });
  await lookAround(app, recorder);
  await person.ask('connection.copy-diagnostics', { connectionId: await person.connectionId() });
  const diagnostics = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  sink.look('diagnostics', 'copied', diagnostics);
  await recorder.stop();
  const { inwards, channels } = recorder;
  const unknown = [...channels].filter((channel) => !KNOWN_CHANNELS.has(channel));
  if (unknown.length > 0) say(`messages crossed on ${unknown.join(', ')}`);
  say('crashed, and started again with what the keychain kept');
  await crash(app);
  await searchFolders(folders, sink);
  ({ app, recorder } = await start());
  await person.ask('sync.refresh');
  const before = await secretsInKeychain(person);
  await trySampleData(person);
  canaries.add((await secretsInKeychain(person)).filter((secret) => !before.includes(secret)));
  await lookAround(app, recorder);
  await signOutOfAll(person);
  await lookAround(app, recorder);

  say('secrets laid out on purpose');
  asked = trial;
  await plant(app, home.credentials.clientSecret, {
    log: join(home.profile, 'logs/main.log'),
    temporary: ownHome.temporary,
  });
  await pause(SEEN_MS);
  await lookAround(app, recorder);
  await recorder.stop();
  const plantedIn = new Set(trial.findings.map(({ kind }) => kind));

  const blind = PLANTED_KINDS.filter((kind) => !plantedIn.has(kind));
  const unseen = PLANTED_KINDS.filter((kind) => !evidence.seenHarmless.has(kind));
  const told = evidence.findings.map(({ kind, where, needle }) => `${needle}: ${kind}, ${where}`);
  for (const finding of new Set(told)) say(finding);
  if (blind.length > 0) say(`not found where it was laid: ${blind.join(', ')}`);
  if (unseen.length > 0) say(`the harmless word was not seen in: ${unseen.join(', ')}`);
  const tooOften = [...inwards].filter(([command, times]) => {
    // Once for each time it was asked for here, and once when it was typed by hand.
    return times > (person.asked.get(command) ?? 0) + 1;
  });
  const missed = day.troubles.filter(({ met }) => !met);
  if (missed.length > 0) say(`not met: ${missed.map(({ name }) => name).join('; ')}`);
  const crossings = [...inwards].map(([command, times]) => `${command}×${times}`).join(',');
  const places = Object.values(evidence.places()).reduce((sum, count) => sum + count, 0);
  say(`searched: ${JSON.stringify(evidence.places())}`);
  return {
    figures: {
      places,
      secrets: canaries.thrown(),
      troubles: `${day.troubles.length - missed.length}of${day.troubles.length}`,
      canaries: evidence.findings.length,
      typedInwards: crossings,
      planted: `${PLANTED_KINDS.length - blind.length}of${PLANTED_KINDS.length}`,
    },
    holds:
      evidence.findings.length === 0 &&
      tooOften.length === 0 &&
      missed.length === 0 &&
      unknown.length === 0 &&
      blind.length === 0 &&
      unseen.length === 0 &&
      diagnostics.length > 0 &&
      diagnostics !== HARMLESS,
  };
}

/** A home and a temporary folder of its own, so that all it writes there can be searched. */
async function homeIn(folder: string) {
  const temporary = join(folder, 'tmp');
  const paths = {
    HOME: join(folder, 'home'),
    XDG_CONFIG_HOME: join(folder, 'home/.config'),
    XDG_CACHE_HOME: join(folder, 'home/.cache'),
    XDG_DATA_HOME: join(folder, 'home/.local/share'),
    XDG_STATE_HOME: join(folder, 'home/.local/state'),
    TMPDIR: temporary,
  };
  for (const path of Object.values(paths)) await mkdir(path, { recursive: true });
  return { env: paths, temporary };
}
