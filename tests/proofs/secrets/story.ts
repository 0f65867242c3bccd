// A long day with FreshBooks: every way to sign in and to fail at it, every trouble while reading,
// writing and renewing, and a keychain that will not. Told in the order it happens.

import { setTimeout as pause } from 'node:timers/promises';
import { COMMANDS, type CommandInput } from '../../../shared/ipc.ts';
import { consent } from '../../support/followed-browser.ts';
import { acceptKeychainWrites, refuseKeychainWrites } from './mishaps.ts';
import { type Person, secretsInKeychain } from './person.ts';
import { apiTroubles, type Trouble, tokenTroubles } from './troubles.ts';

const TOKEN = /\/oauth\/token$/;
/** The longest pause a trouble asks for is a second. */
const LONGEST_WAIT_MS = 4_000;
const ASK_AGAIN_MS = 250;
const RENEWALS = { method: 'POST', path: TOKEN };
const READS = [/\/invoices\/invoices$/, /\/time_entries$/, /\/users\/me$/, /\/projects$/];
const IDENTITY = READS[2];

export interface Day {
  readonly person: Person;
  /** How many troubles of each list; the short form leaves most out. */
  readonly most: number;
  readonly typedSecret: string;
  readonly harmless: string;
  readonly say: (sentence: string) => void;
  /** Every trouble that was laid in the way, and whether the app ran into it. */
  readonly troubles: { readonly name: string; readonly met: boolean }[];
}

/** Until somebody is signed in. */
export async function signInTroubles(day: Day): Promise<void> {
  const { person, most, typedSecret, say } = day;
  const { home } = person;
  say('signing in goes wrong');
  // Once by hand, so that the form holds the secret as long as it holds any.
  await home.askToConnect();
  await home.addresses.next();
  await person.ask('sign-in.cancel');
  await person.ask('sign-in.check-credentials', {
    clientId: home.credentials.clientId,
    clientSecret: typedSecret,
  });
  await person.signIn(typedSecret);
  await person.signIn(undefined, async (back) => {
    const forged = withState(back, 'somebody-elses');
    await person.browse(forged);
    await person.paste(forged);
    await person.paste('the page would not open');
    await person.ask('sign-in.cancel');
  });
  const refused = person.ask('sign-in.freshbooks', home.credentials);
  await person.browse(await consent(await home.addresses.next(), 'cancel'));
  await refused;
  const secrets = [home.credentials.clientSecret];
  for (const trouble of some(tokenTroubles(secrets), most)) {
    await meet(day, trouble, RENEWALS, () =>
      person.signIn(undefined, (back) => person.paste(back)),
    );
  }
  await refuseKeychainWrites(home.app);
  await person.ask('sign-in.freshbooks', home.credentials);
  await acceptKeychainWrites(home.app);
}

export async function readingTroubles(day: Day): Promise<void> {
  const { person, most, say } = day;
  say('reading goes wrong');
  for (const [index, trouble] of some(
    apiTroubles(await secretsInKeychain(person)),
    most,
  ).entries()) {
    const path = READS[index % READS.length] ?? TOKEN;
    // Who somebody is, is read when they sign in and when the connection is tested.
    const ask = path === IDENTITY ? testConnection : refresh;
    await meet(day, trouble, { method: 'GET', path }, () => ask(person));
    await signInAgainIfNeeded(person);
  }
  await person.ask('sync.refresh');
}

export async function writingTroubles(day: Day): Promise<void> {
  const { person, most, harmless, say } = day;
  say('logging time goes wrong');
  for (const trouble of some(apiTroubles(await secretsInKeychain(person)), most)) {
    await meet(day, trouble, { method: 'POST', path: /\/time_entries$/ }, () =>
      logTime(person, `${harmless}, ${trouble.name}`),
    );
    await signInAgainIfNeeded(person);
  }
}

export async function renewingTroubles(day: Day): Promise<void> {
  const { person, most, say } = day;
  const { home } = person;
  say('renewing goes wrong');
  for (const trouble of some(tokenTroubles(await secretsInKeychain(person)), most)) {
    home.sandbox.backstage.expireAccessTokens();
    await meet(day, trouble, RENEWALS, () => renewNow(person));
    await signInAgainIfNeeded(person);
  }
  home.sandbox.backstage.expireAccessTokens();
  await refuseKeychainWrites(home.app);
  await person.ask('sync.refresh');
  await renewNow(person);
  await acceptKeychainWrites(home.app);
  await signInAgainIfNeeded(person);
  home.sandbox.backstage.signInFromAnotherComputer(home.credentials.clientId);
  home.sandbox.backstage.expireAccessTokens();
  await person.ask('sync.refresh');
  await signInAgainIfNeeded(person);
}

/** What Settings offer about a login. The diagnostics end up on the clipboard. */
export async function settingsOf({ person, harmless }: Day): Promise<void> {
  const of = { connectionId: await person.connectionId() };
  await person.ask('connection.details', of);
  await person.ask('connection.test', of);
  await person.ask('connection.renew', of);
  await person.ask('settings.change', { appearance: 'dark' });
  await logTime(person, harmless);
}

/** The sample data is a FreshBooks of its own, inside the app. */
export async function trySampleData(person: Person): Promise<void> {
  const ended = person.ask('sign-in.sample-data');
  await person.browse(await consent(await person.home.addresses.next(), 'authorize'));
  await ended;
  await keep(person);
  await person.ask('sync.refresh');
}

export async function signOutOfAll(person: Person): Promise<void> {
  const { connection } = await person.snapshot();
  for (const { id } of connection.connections) {
    await person.ask('connection.sign-out', { connectionId: id });
  }
}

async function logTime(person: Person, note: string): Promise<void> {
  const { time } = await person.snapshot();
  const entry: CommandInput<'time.log'> = {
    durationSeconds: 900,
    clientId: null,
    projectId: null,
    serviceId: null,
    billable: null,
    note,
    day: time.today,
    startedAtMs: null,
  };
  await person.ask('time.log', entry);
}

/** The person keeps the login that was just made. */
export async function keep(person: Person): Promise<void> {
  const keepIt = COMMANDS.find((name) => name === 'sign-in.keep');
  if (keepIt) await person.ask(keepIt, { connectionId: await person.connectionId() });
}

async function refresh(person: Person): Promise<void> {
  await person.ask('sync.refresh');
}

async function testConnection(person: Person): Promise<void> {
  await person.ask('connection.test', { connectionId: await person.connectionId() });
}

async function renewNow(person: Person): Promise<void> {
  await person.ask('connection.renew', { connectionId: await person.connectionId() });
}

async function signInAgainIfNeeded(person: Person): Promise<void> {
  const { connection } = await person.snapshot();
  const active = connection.connections.find(({ id }) => id === connection.active);
  if (active?.state.status !== 'needs-sign-in') return;
  const ended = person.ask('sign-in.again', { connectionId: active.id });
  await person.browse(await consent(await person.home.addresses.next(), 'authorize'));
  await ended;
  await keep(person);
}

/** Goes through something with this trouble on the way, and notes whether it was met. */
async function meet(
  { person, troubles }: Day,
  trouble: Trouble,
  where: { readonly method: string; readonly path: RegExp },
  through: () => Promise<unknown>,
): Promise<void> {
  const { faults } = person.home.sandbox;
  const fault = faults.next({
    when: where,
    outcome: trouble.outcome,
    times: trouble.times ?? 1,
  });
  await through();
  // The app may be waiting for an earlier trouble to pass; asking again is what a person does.
  const until = performance.now() + LONGEST_WAIT_MS;
  while (fault.used === 0 && performance.now() < until) {
    await pause(ASK_AGAIN_MS);
    await person.ask('sync.refresh');
    if (where === RENEWALS) await renewNow(person);
  }
  troubles.push({
    name: `${trouble.name} (${where.method} ${where.path.source})`,
    met: fault.used > 0,
  });
  faults.clear();
}

/** Spread over the list, so that a few are of different kinds. */
function some(all: readonly Trouble[], most: number): readonly Trouble[] {
  const step = Math.max(1, Math.floor(all.length / most));
  return all.filter((_, index) => index % step === 0).slice(0, most);
}

function withState(address: string, state: string): string {
  const url = new URL(address);
  url.searchParams.set('state', state);
  return url.href;
}
