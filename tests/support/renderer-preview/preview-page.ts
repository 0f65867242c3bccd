// The page in a plain browser, with a stand-in for the main process: it answers commands as told,
// remembers them, and sends events.
import type { Browser, Page } from 'playwright-core';
import type { CommandName, TraybooksEvent } from '../../../shared/ipc.ts';
import type { Result } from '../../../shared/result.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import { sampleAnswers } from './sample-answers.ts';

interface SentCommand {
  readonly name: CommandName;
  readonly input: unknown;
}

export interface PreviewPage {
  readonly page: Page;
  /** What broke on the page: script errors, and what the content policy refused. */
  readonly complaints: readonly string[];
  sent(): Promise<readonly SentCommand[]>;
  answerNext(name: CommandName, answer: Result<unknown>): Promise<void>;
  /** Leaves the next such command unanswered until `release`. */
  holdNext(name: CommandName): Promise<void>;
  release(name: CommandName, answer: Result<unknown>): Promise<void>;
  emit(event: TraybooksEvent): Promise<void>;
}

export interface PreviewOptions {
  readonly snapshot: Snapshot;
  /** 380 when left out, as the popover. */
  readonly width?: number;
  readonly height?: number;
  /** The system's own few colours, as for people who need contrast. */
  readonly forcedColors?: boolean;
  readonly dark?: boolean;
  /** The desktop's language, Canadian English when left out. */
  readonly locale?: string;
  /** Where the page's clock stands still, milliseconds since the epoch; it runs when left out. */
  readonly nowMs?: number;
  /** Leave everything unanswered until `release`, as while the main process still starts. */
  readonly neverAnswers?: boolean;
  /** Leave the window hidden, as after a start with the computer. */
  readonly hidden?: boolean;
}

interface StandIn {
  readonly sent: SentCommand[];
  readonly answers: Partial<Record<string, Result<unknown> | 'held'>>;
  readonly held: Partial<Record<string, (answer: Result<unknown>) => void>>;
  emit(event: TraybooksEvent): void;
}

export async function openPreview(
  browser: Browser,
  url: string,
  options: PreviewOptions,
): Promise<PreviewPage> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 380, height: options.height ?? 640 },
    deviceScaleFactor: 2,
    colorScheme: options.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    forcedColors: options.forcedColors ? 'active' : 'none',
    locale: options.locale ?? 'en-CA',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A plain browser looks for an icon of the site; the window of the app does not.
    if (message.location().url.endsWith('/favicon.ico')) return;
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.addInitScript(installStandIn, {
    snapshot: options.snapshot,
    values: sampleAnswers(Date.now()),
    neverAnswers: options.neverAnswers ?? false,
  });
  if (options.nowMs !== undefined) await page.clock.setFixedTime(options.nowMs);
  await page.goto(url);
  const standIn = <T>(use: (standIn: StandIn, input: T) => unknown, input: T) =>
    page.evaluate(`(${use})(window.standIn, ${JSON.stringify(input)})`);
  const emit = async (event: TraybooksEvent) => {
    await standIn((own, each) => own.emit(each), event);
  };
  if (!options.hidden) await emit({ name: 'surface.shown', surface: 'popover' });
  return {
    page,
    complaints,
    sent: async () => (await standIn((own) => own.sent, null)) as SentCommand[],
    answerNext: async (name, answer) => {
      await standIn(
        (own, [key, value]) => {
          own.answers[key] = value;
        },
        [name, answer] as const,
      );
    },
    holdNext: async (name) => {
      await standIn((own, key) => {
        own.answers[key] = 'held';
      }, name);
    },
    release: async (name, answer) => {
      await standIn((own, [key, value]) => own.held[key]?.(value), [name, answer] as const);
    },
    emit,
  };
}

/** Runs in the page, before its own scripts; nothing from outside is at hand here. */
function installStandIn(told: {
  snapshot: unknown;
  values: Partial<Record<string, unknown>>;
  neverAnswers: boolean;
}) {
  const { snapshot, values, neverAnswers } = told;
  const listeners = new Set<(event: unknown) => void>();
  const standIn = {
    sent: [] as { name: string; input: unknown }[],
    answers: {} as Record<string, unknown>,
    held: {} as Record<string, (answer: unknown) => void>,
    emit(event: unknown) {
      for (const listener of listeners) listener(event);
    },
  };
  Object.assign(window, {
    standIn,
    traybooks: {
      call(name: string, input: unknown) {
        standIn.sent.push({ name, input });
        const answer = neverAnswers ? 'held' : standIn.answers[name];
        delete standIn.answers[name];
        if (answer === 'held') {
          return new Promise((release) => {
            standIn.held[name] = release;
          });
        }
        if (answer) return Promise.resolve(answer);
        if (name === 'snapshot.read') return Promise.resolve({ ok: true, value: snapshot });
        return Promise.resolve({ ok: true, value: values[name] });
      },
      subscribe(listener: (event: unknown) => void) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  });
}
