// The running app's side: takes the request, does what it asks, and tells the caller once.
import { connect } from 'node:net';
import type { Result } from '../../../shared/result.ts';
import type { Snapshot } from '../../../shared/snapshot.ts';
import type { AddedEntry, StartedTimer, Typed } from '../../workspace/typed-commands.ts';
import type { Answer } from './exit-codes.ts';
import { type CallerRequest, takeRequest } from './request.ts';
import {
  addedWords,
  doneWords,
  failedWords,
  resumedWords,
  startedWords,
  statusWords,
  unclearWords,
} from './words.ts';

/** What a caller may have done; each answers as the page's commands do. */
export interface CallerDoor {
  readonly snapshot: () => Snapshot;
  readonly quickAdd: (text: string) => Promise<Result<Typed<AddedEntry>>>;
  readonly startFrom: (text: string) => Promise<Result<Typed<StartedTimer>>>;
  readonly stopTimer: () => Promise<Result<unknown>>;
  readonly pauseTimer: () => Promise<Result<unknown>>;
  readonly resumeTimer: () => Promise<Result<{ readonly isNew: boolean }>>;
  readonly show: () => void;
  readonly clock: () => number;
  readonly reportBug: (error: unknown) => void;
}

/** A caller that does not take its answer is not waited for. */
const LONGEST_REPLY_MS = 3_000;

/** @param folder as it came through the single-instance channel */
export async function answerCaller(folder: unknown, door: CallerDoor): Promise<void> {
  const request = takeRequest(folder);
  if (!request) return;
  let answer: Answer;
  try {
    answer = await answerTo(request, door);
  } catch (error) {
    door.reportBug(error);
    answer = failedWords({ code: 'bug', detail: request.ask.do }, request.json);
  }
  await reply(request, answer);
}

async function answerTo({ ask, json }: CallerRequest, door: CallerDoor): Promise<Answer> {
  switch (ask.do) {
    case 'status':
      return statusWords(door.snapshot(), door.clock(), json);
    case 'show':
      door.show();
      return doneWords('Shown.', json);
    case 'add': {
      const added = await door.quickAdd(ask.text);
      return told(added, json, (entry) => addedWords(entry, door.snapshot().time.today, json));
    }
    case 'start': {
      const started = await door.startFrom(ask.text);
      return told(started, json, (timer) => startedWords(timer, door.clock(), json));
    }
    case 'stop':
      return onTimer(door, json, door.stopTimer, () => 'Stopped and logged.');
    case 'pause':
      return onTimer(door, json, door.pauseTimer, () => 'Paused.');
    case 'resume':
      return onTimer(door, json, door.resumeTimer, resumedWords);
  }
}

async function onTimer<Done>(
  door: CallerDoor,
  json: boolean,
  act: () => Promise<Result<Done>>,
  words: (done: Done) => string,
): Promise<Answer> {
  const { timer } = door.snapshot().timer;
  if (!timer) return failedWords({ code: 'not-found', thing: 'timer' }, json);
  const acted = await act();
  return acted.ok ? doneWords(words(acted.value), json) : failedWords(acted.error, json);
}

function told<Done>(
  typed: Result<Typed<Done>>,
  json: boolean,
  words: (done: Done) => Answer,
): Answer {
  if (!typed.ok) return failedWords(typed.error, json);
  return typed.value.clear ? words(typed.value.done) : unclearWords(typed.value.unclear, json);
}

/** The secret goes first into the pipe's text: without it nobody is believed. */
function reply({ pipe, secret }: CallerRequest, answer: Answer): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(pipe);
    const given = setTimeout(() => socket.destroy(), LONGEST_REPLY_MS);
    socket.once('connect', () => socket.end(JSON.stringify({ secret, ...answer })));
    // Without anybody left to tell there is nothing to do.
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      clearTimeout(given);
      resolve();
    });
  });
}
