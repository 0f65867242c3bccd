// Takes a picture of every screen in every state, light and dark:
// `npx tsx tests/support/renderer-preview/take-pictures.ts FOLDER [NAME…]`
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { TraybooksError } from '../../../shared/errors.ts';
import type { CommandName, Surface } from '../../../shared/ipc.ts';
import { startPreviewBrowser } from './preview-browser.ts';
import { type SampleName, sampleSnapshots } from './sample-snapshots.ts';

interface Scene {
  readonly state: SampleName;
  readonly surface?: Surface;
  readonly width?: number;
  readonly height?: number;
  readonly forcedColors?: boolean;
  /** Pressed where they name a key, typed otherwise. */
  readonly keys?: readonly string[];
  readonly neverAnswers?: boolean;
  /** A command left without an answer. */
  readonly hold?: CommandName;
  /** The state it comes from, where the way there matters. */
  readonly from?: SampleName;
  readonly act?: (page: Page) => Promise<void>;
}

/** Half past three in Toronto, on the samples' own day. */
const NOW_MS = Date.UTC(2026, 10, 13, 20, 30);

/** The quick-add bar, in its own window's size. */
const BAR = { surface: 'log-time', width: 600, height: 372 } as const;

const SCENES: Readonly<Record<string, Scene>> = {
  bones: { state: 'full', neverAnswers: true },
  welcome: { state: 'signedOut' },
  'welcome-failed': { state: 'signInFailed' },
  connect: {
    state: 'signedOut',
    act: (page) => page.getByRole('button', { name: 'Connect FreshBooks' }).click(),
  },
  'connect-end': {
    state: 'signInFailed',
    act: async (page) => {
      await page.getByRole('button', { name: 'Connect FreshBooks' }).click();
      await page.getByRole('textbox', { name: 'Client ID' }).fill('5bdf0e28c7a1');
      await page.getByRole('textbox', { name: 'Client secret' }).fill('not-a-real-secret');
    },
  },
  'connect-refused': {
    state: 'signedOut',
    act: async (page) => {
      await fillCredentials(page);
      await answerNext(page, 'sign-in.check-credentials', {
        code: 'sign-in-needed',
        reason: 'invalid-client',
      });
      await page.getByRole('button', { name: 'Continue in browser' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  'connect-known': {
    state: 'signedOut',
    act: async (page) => {
      await fillCredentials(page);
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await page.getByText('It is safe while').scrollIntoViewIfNeeded();
    },
  },
  'connect-unclear': {
    state: 'signedOut',
    act: async (page) => {
      await fillCredentials(page);
      await answerNext(page, 'sign-in.check-credentials', { code: 'offline' });
      await page.getByRole('button', { name: 'Check', exact: true }).click();
    },
  },
  'code-refused': {
    state: 'codeRefused',
    act: (page) => page.getByRole('button', { name: 'Connect FreshBooks' }).click(),
  },
  'waiting-long': { state: 'waitingLong' },
  'waiting-long-help': {
    state: 'waitingLong',
    act: (page) => page.getByRole('button', { name: 'see what it may be' }).click(),
  },
  waiting: { state: 'waitingForBrowser' },
  'waiting-sample': { state: 'waitingForSample' },
  exchanging: { state: 'exchanging' },
  connected: { state: 'justConnected', from: 'exchanging' },
  'connected-again': { state: 'full', from: 'exchanging' },
  popover: {
    state: 'full',
    act: async (page) => {
      await page
        .getByRole('list', { name: 'Unpaid invoices' })
        .getByRole('listitem')
        .first()
        .focus();
    },
  },
  'popover-menu': {
    state: 'full',
    act: (page) => page.getByRole('button', { name: /Business/ }).click(),
  },
  empty: { state: 'empty' },
  loading: { state: 'loading' },
  offline: { state: 'offline' },
  'never-read': { state: 'neverRead' },
  'time-only': { state: 'timeOnly' },
  'session-ended': { state: 'sessionEnded' },
  'connecting-failed': { state: 'connectingFailed' },
  'sign-in-soon': { state: 'signInSoon' },
  'used-elsewhere': { state: 'usedElsewhere' },
  'used-elsewhere-hard': { state: 'usedElsewhereHard' },
  'invoices-off': { state: 'invoicesOff' },
  'time-off': { state: 'timeOff' },
  'popover-logins': {
    state: 'threeLogins',
    act: (page) => page.getByRole('button', { name: /Business/ }).click(),
  },
  refused: { state: 'refused' },
  'quick-add': { ...BAR, state: 'full' },
  'quick-add-typed': { ...BAR, state: 'full', keys: ['acme api 1h30 yest fixed login redirect'] },
  'quick-add-choosing': { ...BAR, state: 'full', keys: ['acme', 'ArrowDown'] },
  'quick-add-no-length': { ...BAR, state: 'full', keys: ['acme api kick-off', 'Enter'] },
  'quick-add-saved': { ...BAR, state: 'full', keys: ['acme api 1h30 kick-off', 'Enter'] },
  'quick-add-saving': {
    ...BAR,
    state: 'full',
    hold: 'time.log',
    keys: ['acme api 1h30 kick-off', 'Enter'],
  },
  'quick-add-offline': { ...BAR, state: 'offline' },
  'quick-add-never-read': { ...BAR, state: 'neverRead', keys: ['acme api 1h30'] },
  'quick-add-time-off': { ...BAR, state: 'timeOff' },
  'quick-add-contrast': {
    ...BAR,
    state: 'full',
    forcedColors: true,
    keys: ['acme api 1h30 yest fixed', 'ArrowDown'],
  },
  'popover-line': { state: 'full', height: 720, keys: ['l'] },
  'popover-line-typed': {
    state: 'full',
    height: 720,
    keys: ['l', 'acme api 1h30 yest fixed login redirect'],
  },
  week: {
    state: 'week',
    height: 720,
    act: async (page) => {
      await page.locator('.week-day[data-today]:visible').focus();
      await page.keyboard.press('PageUp');
      await page.keyboard.press('ArrowLeft');
    },
  },
  'week-today': { state: 'week', height: 720, act: (page) => page.keyboard.press('u') },
  'entry-selected': {
    state: 'week',
    height: 720,
    act: (page) => page.locator('.row:visible', { hasText: 'Brand refresh' }).click(),
  },
  'entry-states': { state: 'everyState', height: 720 },
  'entry-open': {
    state: 'week',
    height: 720,
    act: async (page) => {
      await page.locator('.row:visible', { hasText: 'Brand refresh' }).click();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Save changes' }).waitFor();
    },
  },
  'entry-refused': {
    state: 'everyState',
    height: 720,
    act: async (page) => {
      await page.locator('.row:visible', { hasText: 'API rebuild' }).click();
      await page.keyboard.press('e');
      await page.getByRole('button', { name: 'Save changes' }).waitFor();
    },
  },
  'entry-conflict': {
    state: 'everyState',
    height: 720,
    act: async (page) => {
      await page.locator('.row:visible', { hasText: 'Studio admin' }).click();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Keep both' }).waitFor();
    },
  },
  undo: { state: 'undoable', height: 720, act: (page) => page.waitForTimeout(2100) },
  'settings-time': {
    state: 'full',
    surface: 'settings',
    height: 720,
    act: (page) => page.getByText('Working hours').scrollIntoViewIfNeeded(),
  },
  settings: { state: 'full', surface: 'settings' },
  'settings-details': {
    state: 'ownLogin',
    surface: 'settings',
    height: 820,
    act: async (page) => {
      await page.getByRole('button', { name: 'Test connection' }).click();
      await page.getByText('Details', { exact: true }).click();
      await page.getByRole('button', { name: 'Copy diagnostics' }).click();
    },
  },
  'settings-logins': { state: 'threeLogins', surface: 'settings', height: 820 },
  'settings-removing': {
    state: 'threeLogins',
    surface: 'settings',
    height: 820,
    act: (page) => page.getByRole('button', { name: 'Remove Jonas' }).click(),
  },
  'settings-soon': { state: 'usedElsewhere', surface: 'settings' },
  'settings-signing-out': {
    state: 'full',
    surface: 'settings',
    act: (page) => page.getByRole('button', { name: 'Sign out' }).click(),
  },
  'settings-taken': { state: 'refused', surface: 'settings' },
};

async function fillCredentials(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connect FreshBooks' }).click();
  await page.getByRole('textbox', { name: 'Client ID' }).fill('5bdf0e28c7a1');
  await page.getByRole('textbox', { name: 'Client secret' }).fill('not-a-real-secret');
}

async function answerNext(page: Page, name: CommandName, error: TraybooksError): Promise<void> {
  const answer = JSON.stringify({ ok: false, error });
  await page.evaluate(`window.standIn.answers[${JSON.stringify(name)}] = ${answer}`);
}

const [folder, ...wanted] = process.argv.slice(2);
if (!folder) throw new Error('Give a folder for the pictures');
await mkdir(folder, { recursive: true });
const preview = await startPreviewBrowser();
try {
  const samples = sampleSnapshots(NOW_MS);
  for (const [name, scene] of Object.entries(SCENES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const dark of [false, true]) {
      const { page, emit, holdNext, complaints } = await preview.open({
        snapshot: samples[scene.from ?? scene.state],
        dark,
        ...(scene.width ? { width: scene.width } : {}),
        ...(scene.height ? { height: scene.height } : {}),
        ...(scene.forcedColors ? { forcedColors: true } : {}),
        nowMs: NOW_MS,
        ...(scene.neverAnswers ? { neverAnswers: true } : {}),
      });
      if (scene.hold) await holdNext(scene.hold);
      if (scene.surface) await emit({ name: 'surface.shown', surface: scene.surface });
      await page.locator('main:visible').waitFor();
      if (scene.from) await emit({ name: 'snapshot.changed', slices: samples[scene.state] });
      await page.waitForTimeout(300);
      for (const keys of scene.keys ?? []) {
        if (/^[A-Z][A-Za-z+]+$|^l$/.test(keys)) await page.keyboard.press(keys);
        else await page.keyboard.type(keys);
      }
      await scene.act?.(page);
      await page.waitForTimeout(150);
      await page.screenshot({ path: join(folder, `${name}-${dark ? 'dark' : 'light'}.png`) });
      for (const complaint of complaints) console.error(`${name}: ${complaint}`);
      await page.context().close();
    }
  }
} finally {
  await preview.close();
}
