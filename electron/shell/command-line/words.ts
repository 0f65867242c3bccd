// What a caller reads: a sentence for a person on stdout or stderr, or JSON on stdout for a script.
import type { Day } from '../../../shared/day.ts';
import { secondsOn } from '../../../shared/day-total.ts';
import { formatDay } from '../../../shared/day-words.ts';
import { formatDuration } from '../../../shared/duration.ts';
import { elapsedSeconds, formatElapsed } from '../../../shared/elapsed.ts';
import { englishLocale } from '../../../shared/english-locale.ts';
import { errorWords } from '../../../shared/error-words.ts';
import type { TraybooksError } from '../../../shared/errors.ts';
import type { UnclearPart } from '../../../shared/quick-add/reading.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import {
  type AddedEntry,
  type NamedWork,
  type StartedTimer,
  type Status,
  status,
} from '../../workspace/typed-commands.ts';
import { type Answer, EXIT } from './exit-codes.ts';

export function doneWords(sentence: string, json: boolean): Answer {
  return json ? asJson(EXIT.done, { done: true }) : said(sentence);
}

export function addedWords(entry: AddedEntry, today: Day, json: boolean): Answer {
  if (json) return asJson(EXIT.done, { done: true, entry });
  const day = entry.day === today ? 'today' : formatDay(entry.day, today, englishLocale());
  return said(`Added ${plain(formatDuration(entry.durationSeconds))} ${day}: ${workWords(entry)}.`);
}

export function startedWords(timer: StartedTimer, nowMs: number, json: boolean): Answer {
  const { startedAtMs, ...work } = timer;
  if (json)
    return asJson(EXIT.done, { done: true, timer: { ...work, startedAt: iso(startedAtMs) } });
  const seconds = elapsedSeconds({ bankedSeconds: 0, runningSinceMs: startedAtMs }, nowMs);
  const since = seconds < 60 ? '' : `, ${formatElapsed(seconds)} so far`;
  return said(`Started: ${workWords(work)}${since}.`);
}

export function resumedWords({ isNew }: { readonly isNew: boolean }): string {
  return isNew ? 'Running anew: what was paused began on another day and is logged.' : 'Running.';
}

export function statusWords(snapshot: Snapshot, nowMs: number, json: boolean): Answer {
  const { today, entries } = snapshot.time;
  const now = status(snapshot, secondsOn(entries, today), nowMs);
  if (json) return asJson(EXIT.done, statusJson(now));
  const unsent = now.waiting + now.unsure;
  return said(
    [
      timerWords(now),
      `Today: ${plain(formatDuration(now.todaySeconds))}.`,
      unsent > 0 ? `${unsent} waiting to send.` : '',
      now.refused > 0 ? `${now.refused} refused by FreshBooks.` : '',
      now.conflicts > 0 ? `${now.conflicts} changed elsewhere as well: traybooks --show.` : '',
      CONNECTION_WORDS[now.connection],
    ]
      .filter(Boolean)
      .join('\n'),
  );
}

export function unclearWords(unclear: readonly UnclearPart[], json: boolean): Answer {
  if (json) return asJson(EXIT.unclear, { done: false, unclear });
  const questions = unclear.map(({ why, choices }) =>
    [why, ...choices.map(({ label, text }) => `  ${label}: ${text}`)].join('\n'),
  );
  return {
    exitCode: EXIT.unclear,
    stdout: '',
    stderr: [...questions, 'Nothing was saved.'].join('\n'),
  };
}

export function failedWords(error: TraybooksError, json: boolean): Answer {
  const exitCode = error.code === 'sign-in-needed' ? EXIT.signInNeeded : EXIT.notDone;
  const words = wordsOf(error);
  if (json) return asJson(exitCode, { done: false, error: { code: error.code, words } });
  return { exitCode, stdout: '', stderr: words };
}

/** No form is open here that could still hold what was typed: nothing but what happened is said. */
function wordsOf(error: TraybooksError): string {
  if (error.code === 'not-found' && error.thing === 'timer') return 'No timer is running.';
  if (error.code === 'sign-in-needed') return 'Traybooks is not connected: traybooks --show';
  const { happened } = errorWords(error, 'here');
  return `${happened} Nothing was saved.`;
}

const CONNECTION_WORDS: Readonly<Record<Status['connection'], string>> = {
  connected: '',
  offline: 'FreshBooks cannot be reached.',
  'sign-in-needed': 'Sign in again: traybooks --show',
  'not-connected': 'Not connected yet: traybooks --show',
};

function timerWords({ timer }: Status): string {
  if (!timer) return 'No timer is running.';
  const elapsed = formatElapsed(timer.elapsedSeconds);
  return `${workWords(timer)}: ${elapsed} ${timer.state}.`;
}

/** As the README documents it; instants in words that every language reads. */
function statusJson({ timer, ...rest }: Status) {
  if (!timer) return { ...rest, timer: null };
  const { startedAtMs, ...running } = timer;
  return { ...rest, timer: { ...running, startedAt: iso(startedAtMs) } };
}

function workWords({ client, project, service, note }: NamedWork): string {
  return [client, project, service, note].filter(Boolean).join(' · ') || 'no project';
}

function said(sentence: string): Answer {
  return { exitCode: EXIT.done, stdout: sentence, stderr: '' };
}

function asJson(exitCode: Answer['exitCode'], value: unknown): Answer {
  return { exitCode, stdout: JSON.stringify(value), stderr: '' };
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}

/** Terminals show a space that does not break as they please. */
function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
